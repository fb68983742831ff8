/**
 * Where an order goes and who has its goods: point, door, pickup code, parts, hand-over, and taking it back.
 * What was handed over goes nowhere else; every change of place is remembered.
 * Who may hand over is the desk's business.
 */
@org.springframework.modulith.NamedInterface("fulfilment")
@org.jspecify.annotations.NullMarked
package tuanju.order.fulfilment;

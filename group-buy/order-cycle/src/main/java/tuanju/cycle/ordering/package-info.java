/**
 * What members do in an open cycle: look, choose, order, change or wait, within the shares, the points and the prices
 * it allows. Bags that move to another point are looked at once more.
 */
@org.springframework.modulith.NamedInterface("ordering")
@org.jspecify.annotations.NullMarked
package tuanju.cycle.ordering;

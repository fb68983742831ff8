/**
 * What became of lines after they were sold: fewer pieces, part of a price, whole orders called off, bags nobody came for.
 * Money goes back by itself where it came through us, and by hand where its leader took it.
 * What goes back of an order is never more than was paid for it.
 */
@org.springframework.modulith.NamedInterface("aftersale")
@org.jspecify.annotations.NullMarked
package tuanju.order.aftersale;

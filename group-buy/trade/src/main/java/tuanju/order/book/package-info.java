/**
 * Reads orders: for their buyers, and for the people who sort, pack and hand over.
 * Whole cycles come in one query, lines included; a buyer's page holds all that became of an order.
 * What other modules have to say about an order they say through the interfaces here.
 */
@org.springframework.modulith.NamedInterface("book")
@org.jspecify.annotations.NullMarked
package tuanju.order.book;

/**
 * How a price comes about, in one pipeline: goods, discounts, what is to be paid, and what it is paid with. Whoever sells
 * something quotes it here before it is ordered; an order keeps each step as it was when it was placed.
 * Knows no order and no goods: whatever has a price says it through these types.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Price",
        allowedDependencies = {"database::message", "money", "community", "command", "member"})
@org.jspecify.annotations.NullMarked
package tuanju.price;

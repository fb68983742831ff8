/**
 * Whose an order's money is: its customer's until the order is completed, from then on the community's, with the leader's
 * service fee out of it. What goes back later leaves where the money is then, and takes its part of the fee along.
 * Once per order, and every step is in the books.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Settlement",
        allowedDependencies = {"money", "ledger", "member", "community"})
@org.jspecify.annotations.NullMarked
package tuanju.settlement;

/**
 * Double-entry books: accounts, and immutable transfers that debit one and credit another.
 * The database keeps them true: transfers are append-only, sums are zero at commit, balances that may not go negative cannot.
 * Each transfer is booked once per source type, source id and step.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"money", "command", "database"})
@org.jspecify.annotations.NullMarked
package tuanju.ledger;

/**
 * Exact money: amounts counted in fen, percentages in basis points, and the one place where an amount is split.
 * Nothing here rounds silently: a share is rounded down and a split loses no fen.
 * Every other module may use it; it uses none.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Money",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.money;

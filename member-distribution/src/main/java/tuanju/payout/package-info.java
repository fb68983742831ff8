/**
 * Withdrawals to their owner will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payout",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.payout;

/**
 * Payouts (提现): a referrer asks for money that is theirs in one community, which is set aside at once; operators gather what waits into
 * a batch, two different people approve it, and the provider that pays people out sends it, or the bank where none does.
 * What could not be paid is free again; what was withheld for the tax office is said by an operator.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payout",
        allowedDependencies = {
            "money",
            "ledger",
            "outbox",
            "payment",
            "payment::transfers",
            "member",
            "community",
            "command",
            "referral",
            "invariant",
            "notification",
            "page",
            "table",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.payout;

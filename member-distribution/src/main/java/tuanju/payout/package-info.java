/**
 * Payouts (提现): a referrer asks for money that is theirs in one community, which is set aside at once; operators gather what waits into
 * a batch, two different people approve it, and the bank pays it.
 * What the bank could not pay is free again; what was withheld for the tax office is said by an operator.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payout",
        allowedDependencies = {
            "money",
            "ledger",
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

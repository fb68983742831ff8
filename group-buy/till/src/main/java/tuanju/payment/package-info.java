/**
 * Money in and money back: one provider interface, payments, captures and refunds.
 * Every capture is attached to exactly one of an order, an automatic refund or an exception case; no provider is called
 * inside a database transaction; refunds keep their number until the provider confirms them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "money",
            "ledger",
            "member",
            "community",
            "command",
            "database",
            "outbox",
            "invariant",
            "job",
            "page",
            "table",
            "audit",
            "sandbox",
            "settlement"
        })
@org.jspecify.annotations.NullMarked
package tuanju.payment;

/**
 * Commission (佣金): what a referrer earns of one sale that their own link brought, line by line, at the rate of the most specific rule
 * that held when the order was placed; nobody else earns by it (decision 5, decision 49).
 * Proposed when the order is paid, theirs once it is settled seven days after hand-over, and less with every refund; what was
 * paid out already is a debt then, worked off by what comes.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Commission",
        allowedDependencies = {
            "money",
            "address",
            "ledger",
            "member",
            "membership",
            "community",
            "command",
            "catalog",
            "price",
            "order",
            "order :: life",
            "order :: book",
            "order :: aftersale",
            "payment :: payers",
            "settlement",
            "referral",
            "link",
            "link :: click",
            "invariant",
            "notification",
            "outbox",
            "page",
            "picture",
            "table",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.commission;

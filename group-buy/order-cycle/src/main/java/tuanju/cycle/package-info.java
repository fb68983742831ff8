/**
 * Order cycles (接龙/社区团购): a leader's list of products with a cut-off and a pickup time, orders by members, and orders
 * imported from the export of the tool they used before.
 * Addresses are understood, never guessed: what cannot be read is shown to the leader.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Order cycle",
        allowedDependencies = {
            "notification",
            "money",
            "member",
            "membership",
            "memberday",
            "community",
            "deputy",
            "command",
            "card",
            "address",
            "catalog",
            "payment",
            "price",
            "order",
            "order :: life",
            "order :: fulfilment",
            "order :: aftersale",
            "order :: dues",
            "order :: book",
            "order :: paying",
            "link",
            "page",
            "table",
            "audit",
            "live",
            "database",
            "outbox",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.cycle;

/**
 * Waiting lists: who waits for a product of a cycle that is sold out, first come first served. Pieces that come free, or
 * that the leader opens after the cut-off, are offered in that order as an order with two hours to pay.
 * Whoever does not pay lets the next one have them; nobody is charged for waiting.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Waiting list",
        allowedDependencies = {
            "address",
            "notification",
            "money",
            "member",
            "community",
            "command",
            "catalog",
            "order",
            "order :: life",
            "order :: book",
            "order :: paying",
            "cycle",
            "cycle :: ordering",
            "receiving",
            "page",
            "live",
            "database",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.waiting;

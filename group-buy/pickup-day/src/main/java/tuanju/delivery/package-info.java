/**
 * The last mile (末端配送): bags of a cycle that the leader or a deputy carries to their doors (送到家), chosen beforehand.
 * A run sheet has them in walking order; what is ticked off on it is handed over at the desk, with where it was left.
 * Buyers read on the page of their order that the bag comes to them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {
            "address",
            "money",
            "member",
            "community",
            "deputy",
            "command",
            "order",
            "order :: book",
            "cycle",
            "pickup",
            "pickup :: printing",
            "desk",
            "desk :: handover",
            "page",
            "audit",
            "live",
            "notification",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.delivery;

/**
 * What is to be handed over, sorted for the hands that do it: pickup lists, sorting sheets and labels.
 * Every list comes from one read model and carries a check sum that must reconcile with the orders, or it is not shown.
 * The desk where goods change hands reads the same model. Its own package is that model; rooms show it and print it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Pickup",
        allowedDependencies = {
            "address",
            "money",
            "member",
            "community",
            "deputy",
            "command",
            "order",
            "order :: fulfilment",
            "order :: dues",
            "order :: book",
            "cycle",
            "page",
            "audit",
            "live",
            "database",
            "job",
            "outbox",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.pickup;

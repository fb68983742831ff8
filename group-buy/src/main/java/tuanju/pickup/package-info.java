/**
 * From sorted lists to the gate: pickup lists, sorting sheets, labels and the desk where goods are handed over.
 * Every list comes from one read model and carries a check sum that must reconcile with the orders, or it is not shown.
 * One bag is handed over once.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Pickup",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "command",
            "order",
            "cycle",
            "page",
            "audit",
            "live",
            "database",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.pickup;

/**
 * The desk at the gate on pickup day: a code or a door finds the bag, the bag is handed over once, and a mistake is taken
 * back. It goes on without network and settles with the server afterwards, where the first hand-over counts.
 * Its own package says what a bag and a desk are; rooms hand over, go on without network and reveal a number.
 * What is handed over is read from pickup's sheet, and the order is told.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Desk",
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
            "pickup",
            "page",
            "audit",
            "live",
            "notification",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.desk;

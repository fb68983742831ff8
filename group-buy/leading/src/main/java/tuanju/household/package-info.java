/**
 * The leader's table of households: one row for each door of a cycle, with what it costs, who has paid, and where its bag is.
 * Chips, words and sorting pick rows out; what is done to them others do, and the table says who did it and when.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Household table",
        allowedDependencies = {
            "address",
            "money",
            "member",
            "community",
            "deputy",
            "command",
            "payment",
            "notification",
            "order",
            "order :: aftersale",
            "order :: book",
            "order :: dues",
            "order :: fulfilment",
            "cycle",
            "cycle :: ordering",
            "pickup",
            "desk",
            "desk :: handover",
            "page",
            "live",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.household;

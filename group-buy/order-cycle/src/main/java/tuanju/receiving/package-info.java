/**
 * From the lorry to the shelf (收货): what came of each product of a cycle, what was damaged, and, where it is not enough
 * for everybody, who gets what by a rule the leader chooses.
 * A count is corrected until what came short has been given out; then every order is brought to it in a transaction of its own.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Receiving",
        allowedDependencies = {
            "address",
            "money",
            "member",
            "community",
            "deputy",
            "command",
            "order",
            "order :: fulfilment",
            "order :: aftersale",
            "order :: book",
            "order :: dues",
            "cycle",
            "page",
            "audit",
            "live",
            "database",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.receiving;

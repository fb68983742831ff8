/**
 * Goods sold by weight on the scale (称重): at packing the leader types what each order's pieces weigh together, and
 * whoever paid for more than that gets the difference back. Nobody is asked for more.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Weighing",
        allowedDependencies = {
            "address",
            "money",
            "member",
            "community",
            "command",
            "order",
            "order :: aftersale",
            "order :: book",
            "cycle",
            "page",
            "audit",
            "live",
            "pickup"
        })
@org.jspecify.annotations.NullMarked
package tuanju.weighing;

/**
 * Which bag an order goes into: the pickup point it waits at and the door it is packed for. A leader sends orders to another
 * point, puts a door right, and puts orders of one household into one bag.
 * The order remembers each change; lists that were printed before say that they are out of date.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Bagging",
        allowedDependencies = {
            "address",
            "member",
            "community",
            "command",
            "order",
            "order :: fulfilment",
            "order :: book",
            "cycle",
            "cycle :: ordering",
            "pickup",
            "page"
        })
@org.jspecify.annotations.NullMarked
package tuanju.bagging;

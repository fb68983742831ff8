/**
 * Bags that nobody came for (没来拿): kept until a time that leader and buyer both read, reminded with one tap, and only after
 * that time given away or returned, by a person and on record. A week later the order ends with it, completed or refunded.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Keeping",
        allowedDependencies = {
            "address",
            "notification",
            "member",
            "community",
            "command",
            "order",
            "order :: fulfilment",
            "order :: aftersale",
            "order :: book",
            "cycle",
            "pickup",
            "desk",
            "page",
            "audit",
            "live",
            "job"
        })
@org.jspecify.annotations.NullMarked
package tuanju.keeping;

/**
 * Demand: what members want and are not happy with, on a board of their community. Each has a few votes; the leader says to everybody
 * what becomes of an idea and why, and who voted for it is told. What says the same is merged, and nobody counts twice.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demand",
        allowedDependencies = {
            "audit",
            "note",
            "card",
            "command",
            "community",
            "database",
            "member",
            "moderation",
            "notification",
            "page"
        })
@org.jspecify.annotations.NullMarked
package tuanju.demand;

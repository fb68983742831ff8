/**
 * Order on the wall (秩序): what people write passes here, what is not right waits in one queue, and somebody decides with a reason. Modules above bring what they keep as {@link tuanju.conduct.WrittenThings}; nothing here knows what a kind is.
 * Evidence stays, an appeal is decided by another person, a ban by two; trust opens writing and never earning.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Conduct",
        allowedDependencies = {
            "database",
            "job",
            "member",
            "member :: operators",
            "community",
            "membership",
            "moderation",
            "secondword",
            "notification",
            "command",
            "page",
            "table",
            "audit"
        })
@org.jspecify.annotations.NullMarked
package tuanju.conduct;

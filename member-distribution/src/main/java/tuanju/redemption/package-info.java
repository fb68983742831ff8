/**
 * Goods for points (积分换物): what a leader puts into the points shop of their community, how many are left, who had one for their
 * points, and its hand-over at the point, with the next bag or alone, once. What turns out to be missing gives the points back.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Redemption",
        allowedDependencies = {
            "member",
            "membership",
            "job",
            "community",
            "command",
            "points",
            "referral",
            "moderation",
            "notification",
            "page",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.redemption;

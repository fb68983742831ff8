/**
 * Plans (会员计划): what members of a community may pay for, for a time: a lower price, more points, a coupon each month, being served first.
 * Paid through the same till as orders, renewed by consent alone, ended any day for the days that are left; what one saved is said as
 * it is. No right to earn and no level comes with one (decision 58).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "community",
            "command",
            "memberday",
            "coupon",
            "points",
            "referral",
            "order :: book",
            "complaint",
            "payment",
            "payment :: ways",
            "settlement",
            "notification",
            "moderation",
            "job",
            "page",
            "table",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.plan;

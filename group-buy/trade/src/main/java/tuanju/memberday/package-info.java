/**
 * Member days (会员日): days that come again, each week or month, on which members pay less for all goods or some of them. It is a
 * selling price, so that coupons, points, fees and commissions are reckoned from it, and an order keeps the usual one beside it.
 * Below everything that sells: whoever prices goods asks the function {@code member_price} in their own statement.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Member day",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "community",
            "command",
            "catalog",
            "moderation",
            "page",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.memberday;

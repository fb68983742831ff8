/**
 * Coupons (优惠券): what operators and leaders give off orders, out of whose money and how much of it at most; who claims one,
 * uses it on an order, and has it back when the order ends otherwise.
 * Nothing here is given for inviting or sharing: whoever has the code of a campaign has a claim, first come, and nobody earns by it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Coupon",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "job",
            "community",
            "command",
            "catalog",
            "order",
            "order :: book",
            "payment",
            "points",
            "redemption",
            "referral",
            "price",
            "moderation",
            "notification",
            "page",
            "audit",
            "database",
            "database::message",
            "outbox"
        })
@org.jspecify.annotations.NullMarked
package tuanju.coupon;

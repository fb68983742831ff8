/**
 * Members' shops (会员小店): a page of one's own over what the community has on offer: a selection, its order, words and pictures.
 * Price, stock, hand-over and service stay with whoever sells. Who opens a shop came by its owner's own link to it; the last link
 * before an order counts, so that one order has one receiver (decision 63).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shop",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "community",
            "command",
            "card",
            "link",
            "link :: click",
            "referral",
            "notification",
            "moderation",
            "page",
            "picture",
            "table",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.shop;

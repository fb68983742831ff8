/**
 * Where a buyer came from: links that members hand on to a page, the touch a visitor keeps of the last one they followed, and the
 * one link an order came by, which its buyer sees and may remove until they pay.
 * A link that is withdrawn, the buyer's own, or of another community counts for nothing, and keeps nobody from buying.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Link",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "community",
            "command",
            "order",
            "order :: dues",
            "order :: book",
            "order :: paying",
            "job",
            "page",
            "consent",
            "picture",
            "database",
            "database::message"
        })
@org.jspecify.annotations.NullMarked
package tuanju.link;

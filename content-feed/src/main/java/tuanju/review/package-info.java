/**
 * Reviews: what members say of goods they had, in stars and words, only from an own completed order. Leader and platform answer; the
 * platform deletes nothing: for a reason of the law it hides words, which stays to be read, and the stars go on counting.
 * Averages say of how many, are not said of fewer than five, and stand on the cards of what is sold.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "note",
            "order",
            "order :: book",
            "audit",
            "card",
            "command",
            "community",
            "database",
            "member",
            "conduct",
            "moderation",
            "page",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.review;

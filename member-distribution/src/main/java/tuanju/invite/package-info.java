/**
 * Invite (买一赠一): whoever brought a neighbour by a link of theirs, and that neighbour, get a coupon each once the neighbour's first order is
 * completed: flat, once per person, so many a month, and taken back unused when that order is refunded whole.
 * Nothing is given for sharing, for joining, or for whom the neighbour brings in turn.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Invite",
        allowedDependencies = {
            "member",
            "job",
            "community",
            "coupon",
            "link",
            "order",
            "order :: book",
            "notification",
            "page",
            "database",
            "outbox"
        })
@org.jspecify.annotations.NullMarked
package tuanju.invite;

/**
 * Team buys (拼团): an offer, the teams opened under it and their seats. A team forms when every seat is paid before the
 * deadline, otherwise it lapses and everyone is refunded; both are final.
 * Its own package says what an offer and a team are; rooms offer, seat, share and steer.
 * A late payer ends in exactly one place: a seat, a new team they chose, or a refund.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Team buy",
        allowedDependencies = {
            "notification",
            "money",
            "member",
            "membership",
            "memberday",
            "community",
            "command",
            "card",
            "catalog",
            "payment",
            "price",
            "order",
            "order :: life",
            "order :: book",
            "order :: paying",
            "link",
            "page",
            "table",
            "audit",
            "live",
            "database",
            "outbox",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.teambuy;

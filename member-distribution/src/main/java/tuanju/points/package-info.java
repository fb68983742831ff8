/**
 * Points (积分): what members get for what they keep of their orders and for a check-in a day, in one community each; what pays a
 * part of their next order; and what is taken back when the order it came from is.
 * A point is worth a fen, ends after a year and is owed in the books until then; nobody gets any for inviting, sharing or joining.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Points",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "job",
            "community",
            "command",
            "ledger",
            "order",
            "order :: book",
            "payment",
            "price",
            "notification",
            "page",
            "table",
            "audit",
            "database",
            "database::message",
            "outbox"
        })
@org.jspecify.annotations.NullMarked
package tuanju.points;

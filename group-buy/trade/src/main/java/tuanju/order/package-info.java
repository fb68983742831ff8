/**
 * Orders with snapshot lines, from placing to collecting. Every status change is in the table of allowed transitions and
 * leaves a line in the order's history.
 * What being paid means for a seat or a cycle is told by the module that took the order.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Order",
        allowedDependencies = {
            "address",
            "notification",
            "money",
            "member",
            "membership",
            "community",
            "command",
            "catalog",
            "payment",
            "payment :: ways",
            "price",
            "page",
            "table",
            "audit",
            "moderation",
            "live",
            "database",
            "database::message",
            "job",
            "outbox",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.order;

/**
 * What can be bought: products with pictures, origin and spec; SKUs with price, stock and a limit per person.
 * Stock is reserved when an order is placed and released or sold exactly once; it never goes below zero.
 * Prices shown beside a team price are the real price of buying alone.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "card",
            "membership",
            "command",
            "picture",
            "page",
            "table",
            "audit",
            "live",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.catalog;

/**
 * From note to order: how often notes are read and what they are about is opened from them, which orders came by them, and what each
 * note has of what was paid, by its last touch and by equal shares side by side. What somebody reads is kept in their own browser;
 * the database counts, and writes down notes only beside an order that they led to.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Attribution",
        allowedDependencies = {
            "note",
            "link",
            "link :: click",
            "order",
            "order :: dues",
            "card",
            "command",
            "community",
            "database",
            "job",
            "member",
            "money",
            "page"
        })
@org.jspecify.annotations.NullMarked
package tuanju.attribution;

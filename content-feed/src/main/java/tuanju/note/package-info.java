/**
 * Notes (笔记): what members write about what they bought and cooked, with pictures and the product cards of what it is about.
 * Whether somebody sees a note or a comment, in whatever list, count or notification, is one condition, {@link tuanju.note.Sight}.
 * Its rooms are talking under notes, the people who write, reading, and bringing what was written before whoever keeps order.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Note",
        allowedDependencies = {
            "member",
            "membership",
            "community",
            "command",
            "card",
            "link",
            "moderation",
            "conduct",
            "notification",
            "page",
            "picture",
            "audit",
            "table",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.note;

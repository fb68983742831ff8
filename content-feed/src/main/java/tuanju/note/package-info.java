/**
 * Notes (笔记): what members write about what they bought and cooked, with pictures and the product cards of what it is about.
 * Whether somebody sees a note or a comment, in whatever list, count or notification, is one condition, {@link tuanju.note.Sight}.
 * Its rooms are talking under notes, the people who write, reading, and reporting what is not right.
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
            "notification",
            "page",
            "picture",
            "audit",
            "table",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.note;

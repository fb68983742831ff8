/**
 * Feeds: in which order notes are looked through, by page and by program.
 * Plain time order: of a community or one topic of it, of the people somebody follows, of one person, of what holds some words; and one
 * order that is made for its reader by a formula that is written down (docs/feed.md).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Feed",
        allowedDependencies = {"note", "card", "command", "community", "member", "membership", "page", "picture"})
@org.jspecify.annotations.NullMarked
package tuanju.feed;

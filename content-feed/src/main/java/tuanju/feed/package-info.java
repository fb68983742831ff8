/**
 * Feeds: in which order notes are looked through, by page and by program.
 * Today that is plain time order: of a community or one topic of it, of the people somebody follows, of one person.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Feed",
        allowedDependencies = {"note", "card", "command", "community", "member", "membership", "page", "picture"})
@org.jspecify.annotations.NullMarked
package tuanju.feed;

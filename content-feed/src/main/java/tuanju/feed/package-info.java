/**
 * The order in which posts are shown will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Feed",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.feed;

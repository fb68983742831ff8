/**
 * Reports, reviews and appeals will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Moderation",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.moderation;

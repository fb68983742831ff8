/**
 * Deputies (副手): a leader lets another member stand in for them, with few rights and until a day.
 * Whether somebody may act for a leader is asked here and nowhere else, at every request, by the database's clock.
 * A deputy decides nothing about money, and what they do is recorded as theirs.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Deputy",
        allowedDependencies = {"database", "member", "membership", "community", "command", "page", "audit"})
@org.jspecify.annotations.NullMarked
package tuanju.deputy;

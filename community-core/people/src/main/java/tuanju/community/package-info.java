/**
 * A community (社群): neighbours who buy together, its short code, its leaders (团长) and its pickup points (自提点).
 * Every public code begins with a community's short code, so that a code alone finds its community.
 * Who leads what is decided here and asked by every page under /lead.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Community",
        allowedDependencies = {"notification", "database", "member", "command", "page", "table", "audit", "picture"})
@org.jspecify.annotations.NullMarked
package tuanju.community;

/**
 * What happened, kept in the transaction in which it happened and told afterwards to whoever listens: in order for each
 * subject, again with growing pauses when a listener fails, and never in the way of a start. What stays unheard is shown.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {"database", "job"})
@org.jspecify.annotations.NullMarked
package tuanju.outbox;

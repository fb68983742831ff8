/**
 * Commands from outside: each is done once per idempotency key, and each refusal has a stable type and a sentence that
 * says what to do. Keys are kept per principal and route for a day.
 * REST answers refusals as RFC 9457 problem details, pages answer them in words.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Command",
        allowedDependencies = {"database", "job", "outbox"})
@org.jspecify.annotations.NullMarked
package tuanju.command;

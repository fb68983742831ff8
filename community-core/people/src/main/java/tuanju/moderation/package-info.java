/**
 * What people write passes here before it is kept: names, notes on orders, complaints, a leader's words about themselves.
 * Today that is a list of words which operators keep; a refusal names the word. Nothing here knows whose text it is.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Moderation",
        allowedDependencies = {"command", "audit"})
@org.jspecify.annotations.NullMarked
package tuanju.moderation;

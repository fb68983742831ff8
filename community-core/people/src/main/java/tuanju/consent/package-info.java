/**
 * Consents (同意): what a member allows the program beyond what their orders need, each for one purpose in words of one version.
 * Giving and withdrawing are equally one tap and hold at once; whatever a consent is for asks here each time.
 * Modules above say what they ask for ({@link tuanju.consent.AskedPurpose}); the words are theirs.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {"member", "command"})
@org.jspecify.annotations.NullMarked
package tuanju.consent;

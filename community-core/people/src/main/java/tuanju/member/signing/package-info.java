/**
 * How somebody comes in: by a code, a password or a fact that only the owner of an account knows, as a newcomer or again.
 * Here a phone is proven, and what hung on it unproven ends.
 */
@org.jspecify.annotations.NullMarked
package tuanju.member.signing;

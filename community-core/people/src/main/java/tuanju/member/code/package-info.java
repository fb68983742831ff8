/**
 * A code of six digits to a phone: made, sent as a text message (in development shown on a page), asked for and used once.
 */
@org.jspecify.annotations.NullMarked
package tuanju.member.code;

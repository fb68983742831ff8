/**
 * Those who write: whom somebody follows, mutes and blocks, and what one person has written.
 * Muting is never told to whom it is about; blocking works both ways.
 * Uses the module's own package.
 */
@org.springframework.modulith.NamedInterface("people")
@org.jspecify.annotations.NullMarked
package tuanju.note.people;

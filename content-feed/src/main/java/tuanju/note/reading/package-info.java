/**
 * A note on its page and for programs, with its cards, comments and the way to hand it on; and the forms to write one.
 * Everything it shows passes the one condition of sight.
 * Uses the other rooms but reporting.
 */
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package tuanju.note.reading;

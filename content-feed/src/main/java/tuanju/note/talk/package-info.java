/**
 * What is said under notes: reactions (有用 有趣 有情 有益), comments with answers, mentions; and notes that are kept.
 * Each is said once a person; whoever may not see a note can do none of it.
 * Uses the module's own package.
 */
@org.springframework.modulith.NamedInterface("talk")
@org.jspecify.annotations.NullMarked
package tuanju.note.talk;

/** Brings notes and comments before whoever keeps order: as they are now, hidden and shown again; and who knows whom. */
@org.jspecify.annotations.NullMarked
package tuanju.note.order;

/**
 * A full number is shown to who says why, on record and for a while.
 */
@org.jspecify.annotations.NullMarked
package tuanju.desk.revealing;

/**
 * What becomes of a seat: it is paid in time or late, given up, paid back, or ends with its team.
 */
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.seating;

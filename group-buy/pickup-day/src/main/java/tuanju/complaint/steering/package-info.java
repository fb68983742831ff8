/**
 * Complaints of every community as operators look them through: one long table.
 */
@org.jspecify.annotations.NullMarked
package tuanju.complaint.steering;

/**
 * Orders as operators look them through: one long table, one file each, and the cash that is noted on it.
 * Reads the book and the dues, and changes nothing but whether cash came.
 * No other module uses any of it.
 */
@org.jspecify.annotations.NullMarked
package tuanju.order.file;

/** Teams of every community as operators look them through: one long table that changes nothing. */
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.steering;

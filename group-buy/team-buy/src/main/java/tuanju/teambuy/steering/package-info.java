/** Teams and offers of every community as operators look them through. */
@org.jspecify.annotations.NullMarked
package tuanju.teambuy.steering;

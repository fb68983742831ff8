/**
 * A leader's pages of their cycles, what they are told there to do next, and the long table where operators look cycles
 * up.
 */
@org.jspecify.annotations.NullMarked
package tuanju.cycle.steering;

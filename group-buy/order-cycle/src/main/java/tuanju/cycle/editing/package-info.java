/** A cycle that is open is changed: what its leader wants, whom that touches and what it costs, and what was changed. */
@org.jspecify.annotations.NullMarked
package tuanju.cycle.editing;

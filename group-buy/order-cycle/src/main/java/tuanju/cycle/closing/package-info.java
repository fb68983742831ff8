/**
 * The ends of a cycle: the cut-off comes or is moved, what was ordered is decided upon and shared out, the rest is
 * settled, and the leader's steps follow until it is done.
 */
@org.jspecify.annotations.NullMarked
package tuanju.cycle.closing;

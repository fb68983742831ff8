/**
 * The lists on the screen: pages and resources of a leader who looks before printing.
 */
@org.jspecify.annotations.NullMarked
package tuanju.pickup.lists;

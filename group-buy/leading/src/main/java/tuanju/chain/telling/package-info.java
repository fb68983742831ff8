/**
 * What the group is told: the text of a list as it stands, masked, and the guests who appear in it.
 */
@org.jspecify.annotations.NullMarked
package tuanju.chain.telling;

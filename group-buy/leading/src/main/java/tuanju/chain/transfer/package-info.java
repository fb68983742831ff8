/**
 * Reads what neighbours sent the leader, from pasted lines or from WeChat's bill, and finds whose order each may be for.
 * Plain Java: no database, no Spring.
 */
@org.jspecify.annotations.NullMarked
package tuanju.chain.transfer;

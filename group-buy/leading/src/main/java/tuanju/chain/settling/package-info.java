/**
 * Pasted transfers pay what the guests of a chain owe: kept, matched, used once and forgotten.
 */
@org.jspecify.annotations.NullMarked
package tuanju.chain.settling;

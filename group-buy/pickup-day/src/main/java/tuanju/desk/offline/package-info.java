/**
 * The desk without network: what a phone takes along, and what it tells afterwards, where the first hand-over counts.
 */
@org.jspecify.annotations.NullMarked
package tuanju.desk.offline;

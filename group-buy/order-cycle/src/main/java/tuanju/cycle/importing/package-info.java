/**
 * Orders of another tool's export become orders of a cycle, each once: the file is kept, its columns are named, its
 * doors are asked about, and what cannot be read is shown.
 */
@org.jspecify.annotations.NullMarked
package tuanju.cycle.importing;

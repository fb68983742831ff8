/** Operators look through products and their variants, of all communities, and change many at once. */
@org.jspecify.annotations.NullMarked
package tuanju.catalog.desk;

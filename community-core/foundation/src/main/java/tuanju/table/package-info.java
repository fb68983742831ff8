/**
 * The long table of an operator, the same for every module: filters, search and sorting in the address, pages by the last
 * row, what all that match come to, and the same rows and columns as a file.
 * A module says its columns and filters and finds the rows; fragment {@code table/_table} shows them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Table",
        allowedDependencies = {"command", "money", "page"})
@org.jspecify.annotations.NullMarked
package tuanju.table;

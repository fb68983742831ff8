/**
 * The long table of an operator, the same for every module: filters, search and sorting in the address, pages by the last
 * row, what all that match come to, and the same rows and columns as a file.
 * A module declares a table as a {@link tuanju.table.DeskTable}: its columns, its filters, and where its rows are found.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Table",
        allowedDependencies = {"audit", "command", "database", "money", "outbox", "page"})
@org.jspecify.annotations.NullMarked
package tuanju.table;

/**
 * The database server that comes with the program: a PostgreSQL kept in ./data unless a server is named, started and
 * stopped with it, one program to a folder. Its files are backed up, restored and checked by a command each.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "PostgreSQL",
        allowedDependencies = {"database", "invariant"})
@org.jspecify.annotations.NullMarked
package tuanju.postgres;

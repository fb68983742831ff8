/**
 * The database under everything: an embedded PostgreSQL kept in ./data unless a server is named, one shared set of
 * migrations from all modules, and the background jobs' scheduler. It tells when the database could not answer, and keeps
 * the turns of requests at it. Claims about the data are asked here all the time; a broken one about money holds money back.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.database;

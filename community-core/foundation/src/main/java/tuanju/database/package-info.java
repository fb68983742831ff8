/**
 * The way to the database, wherever it is: one shared set of migrations from all modules, and two pools of connections,
 * one for requests and one for jobs. It keeps the turns of requests, and tells when the database could not answer.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.database;

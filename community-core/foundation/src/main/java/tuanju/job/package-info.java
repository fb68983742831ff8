/**
 * Work that nobody waits for: jobs that come again and again, and those that come once at their time, visible in the log
 * by name and run. A job that failed is tried again soon; what waits for a clock that was set back goes on.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.job;

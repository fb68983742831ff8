/**
 * Rates and caps will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.plan;

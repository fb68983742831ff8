/**
 * One-level commission (佣金) on a referred order will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Commission",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.commission;

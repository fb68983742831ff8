/**
 * Check-ins, points and coupon packets will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Engagement",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.engagement;

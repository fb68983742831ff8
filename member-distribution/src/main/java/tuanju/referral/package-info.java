/**
 * Who recommended whom for one order will live here. There is nothing yet.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Referral",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package tuanju.referral;

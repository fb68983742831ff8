/**
 * A little payment provider of our own for demonstrations and tests: charges, refunds, a pay page, signed callbacks.
 * It lives in the same program but talks to the rest over real HTTP with RSA signatures only, as any provider would;
 * its tables are its own. It exists only where {@code tuanju.payment.providers} lists it, and never in production by default.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sandbox provider",
        allowedDependencies = {"money", "command", "database", "page"})
@org.jspecify.annotations.NullMarked
package tuanju.sandbox;

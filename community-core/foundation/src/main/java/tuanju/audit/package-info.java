/**
 * The audit trail: who did what to whom, when and why. Append-only, enforced by the database.
 * Reveals of phones, approvals, price changes, refunds by hand and exports are written here by the module that does them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"database"})
@org.jspecify.annotations.NullMarked
package tuanju.audit;

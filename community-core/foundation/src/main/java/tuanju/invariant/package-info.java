/**
 * Claims about the data that must always hold, each a query that finds who breaks it. They are asked all the time, a
 * part at a time; what is found is kept for the operator, and a broken claim about money holds money back.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Invariants",
        allowedDependencies = {"job"})
@org.jspecify.annotations.NullMarked
package tuanju.invariant;

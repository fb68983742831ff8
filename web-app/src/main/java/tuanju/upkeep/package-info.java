/**
 * How the program is: jobs, outbox, invariants, connections, disk and versions on one page for operators, as alarms on the
 * dashboard and as numbers for a monitor. Each part is read by itself, so that one that fails or is slow hides no other.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Upkeep",
        allowedDependencies = {
            "database",
            "job",
            "outbox",
            "invariant",
            "audit",
            "command",
            "live",
            "member",
            "order",
            "page",
            "payment",
            "sandbox"
        })
@org.jspecify.annotations.NullMarked
package tuanju.upkeep;

/**
 * Cycles that come again: templates (模板) a leader begins others from, and series (固定开团) whose next round comes by itself
 * every week or two.
 * A round is skipped while the one before still takes orders; each is opened once, whatever restarts or how many instances run.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Series",
        allowedDependencies = {
            "member",
            "community",
            "command",
            "cycle",
            "cycle :: planning",
            "page",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.series;

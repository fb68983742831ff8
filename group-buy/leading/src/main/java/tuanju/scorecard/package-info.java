/**
 * How well a leader keeps their word: on time, short, complaints, refund speed, each with its sample and an honest interval.
 * Few orders say little, so that below {@code LEAST_ORDERS} of them nothing is shown but that.
 * The leader may answer in their own words, and the answer stands beside the numbers.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Scorecard",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "command",
            "audit",
            "order",
            "order :: aftersale",
            "order :: book",
            "payment",
            "cycle",
            "page"
        })
@org.jspecify.annotations.NullMarked
package tuanju.scorecard;

/**
 * The second word (复核): what moves much money or power is proposed by one operator and carried out once another has confirmed it.
 * Modules above say what they want done and do it when they are told; here it waits, seven days at most.
 * Nobody confirms what they proposed themselves: the table refuses it. Whom it is about has no word in it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Second word",
        allowedDependencies = {
            "database",
            "job",
            "member",
            "member :: operators",
            "command",
            "audit",
            "money",
            "page",
            "community"
        })
@org.jspecify.annotations.NullMarked
package tuanju.secondword;

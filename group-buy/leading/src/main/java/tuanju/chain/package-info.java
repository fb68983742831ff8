/**
 * Chain lists (接龙) in and out: what a group wrote becomes orders of a cycle, line by line and each once, and what a leader
 * tells the group is written for them, masked and ready to copy.
 * Its own package takes lists in; rooms read them, settle what is owed and tell the group.
 * The pasted text stays as evidence; what could be read in two ways is asked about, never guessed.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Chain list",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "command",
            "address",
            "order",
            "order :: life",
            "order :: aftersale",
            "order :: dues",
            "order :: book",
            "cycle",
            "cycle :: ordering",
            "desk",
            "page",
            "audit",
            "live",
            "database",
            "job",
            "outbox",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.chain;

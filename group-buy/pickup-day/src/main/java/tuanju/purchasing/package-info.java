/**
 * What a leader orders from whom (采购): a cycle's goods by supplier, in full cases and loose pieces, to print, to download
 * or to copy into a message. Suppliers are names the leader notes once per product; only they see them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Purchasing",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "command",
            "order :: dues",
            "order :: book",
            "cycle",
            "receiving",
            "page",
            "picture"
        })
@org.jspecify.annotations.NullMarked
package tuanju.purchasing;

/**
 * What orders that were paid here gave back and their buyer chose to keep with the community: credit. The next order
 * there is paid with it first, where they do not leave it. It never moves to another person, and goes back only to the payment it came from. Money that a leader took is never credit.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Wallet",
        allowedDependencies = {
            "money",
            "ledger",
            "member",
            "community",
            "command",
            "order",
            "order :: book",
            "order :: dues",
            "payment",
            "price",
            "page",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.wallet;

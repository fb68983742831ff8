/**
 * Tasters (寻味师): a member whom an operator asked to look after one category of a community: brings at most so many new finds in a
 * month, tries them, says what is listed and what is dropped and why, sees what of the category is wanted and what comes back, and
 * answers in public. It is no office: nothing is paid for it, no right to earn hangs on it, and it shows no person (decision 69).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Taster",
        allowedDependencies = {
            "member",
            "membership",
            "community",
            "command",
            "catalog",
            "money",
            "order :: book",
            "referral",
            "notification",
            "moderation",
            "page",
            "table",
            "audit",
            "database"
        })
@org.jspecify.annotations.NullMarked
package tuanju.taster;

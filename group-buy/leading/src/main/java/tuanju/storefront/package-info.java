/**
 * A leader's storefront (小店): a public page with who they are, where one collects, what can be ordered now and how often
 * they have done it before. It is handed on as a link, a QR code or a poster.
 * It says nothing that is not true in the modules below, and never the exact door.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Storefront",
        allowedDependencies = {
            "money",
            "member",
            "membership",
            "community",
            "command",
            "card",
            "moderation",
            "cycle",
            "cycle :: ordering",
            "link",
            "page",
            "picture",
            "scorecard"
        })
@org.jspecify.annotations.NullMarked
package tuanju.storefront;

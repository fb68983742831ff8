/**
 * Who runs the platform (运营人员): operators appoint another one, end a role, help one who has lost their app, and give a closed
 * account back to its owner. None of it is one person's word: it is proposed here and done once another operator has confirmed
 * it. Only one's own role ends at once, and the last operator stays one. They keep the list of words that are refused, too, and each
 * the looks at tables that they come back to; and one file says all that they may know of a member.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Operator",
        allowedDependencies = {
            "audit",
            "member",
            "member :: operators",
            "membership",
            "community",
            "secondword",
            "command",
            "moderation",
            "table"
        })
@org.jspecify.annotations.NullMarked
package tuanju.operator;

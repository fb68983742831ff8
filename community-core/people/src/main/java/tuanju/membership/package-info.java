/**
 * Memberships (成员): who belongs to which community, in which role and how far, and what is therefore shown to them.
 * People join by themselves, by their first order, by being appointed, or by claiming what a leader wrote down for them.
 * Modules above keep a {@link tuanju.membership.Visibility} and ask the database's {@code may_see} in their own statements.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Membership",
        allowedDependencies = {
            "database",
            "outbox",
            "member",
            "community",
            "notification",
            "command",
            "page",
            "table",
            "audit"
        })
@org.jspecify.annotations.NullMarked
package tuanju.membership;

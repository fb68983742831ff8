/**
 * Who people are: members with a phone, a password or a six-digit code, their sessions and API tokens.
 * A member belongs to no community; what somebody may do in one is told by the community module.
 * Phones leave this module masked; the full number only by a logged reveal.
 * Its own package says who a member is; rooms prove a phone, let people in, keep their account and name operators.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Member",
        allowedDependencies = {"database", "job", "outbox", "command", "page", "table", "audit", "picture", "moderation"
        })
@org.jspecify.annotations.NullMarked
package tuanju.member;

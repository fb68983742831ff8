package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/**
 * Ways into an account, opened before its phone was proven and perhaps by somebody else, are closed.
 *
 * @param password whether there was one
 * @param tokens how many API tokens there were
 * @param sessions on how many devices somebody was signed in
 */
public record FormerAccessEnded(MemberId member, Instant at, boolean password, int tokens, int sessions)
        implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}

package tuanju.member.signing;

import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.audit.AuditTrail;
import tuanju.member.ApiTokens;
import tuanju.member.FormerAccessEnded;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.MemberSettings;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;

/**
 * What a proven phone means for its account. The first proof ends everything that was set before it, perhaps by somebody
 * else; after a year of silence the number may be somebody else's, and the account stays closed until one fact is told.
 */
@Component
@RequiredArgsConstructor
class Proving {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final MemberRows rows;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Operators operators;
    private final MemberSettings settings;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Lets in the member whose phone has just been proven. Refuses with AnswerFirst after a year of silence, with WrongProof an
     * account that was closed meanwhile.
     */
    SignedIn enter(MemberId member) {
        return enter(member, false);
    }

    /** The same, once they have answered what only they know. */
    SignedIn enterKnown(MemberId member) {
        return enter(member, true);
    }

    /** Lets in a member who told the password: nobody but them knows it, however long they were away. */
    SignedIn comeBack(Member member) {
        var now = clock.instant();
        if (member.getLastSignedInAt().isBefore(now.minus(A_DAY))) {
            transaction.executeWithoutResult(
                    status -> rows.lock(member.getId()).orElseThrow().comeBack(now));
        }
        return member.signedIn();
    }

    /** Closes an account that nobody could show to be theirs, so that its number is free; one in use stays as it is. */
    void park(MemberId member) {
        transaction.executeWithoutResult(status -> {
            var row = rows.lock(member.value()).orElseThrow();
            if (row.getParkedAt() == null && row.isDormantAt(clock.instant())) {
                tokens.revokeAllOf(member);
                row.park(clock.instant());
                audit.record(member.value(), "member.parked", "member " + member.value(), "");
            }
            sessions.endAll(member);
        });
    }

    @SuppressWarnings("NullAway") // the transaction answers who they are
    private SignedIn enter(MemberId member, boolean known) {
        var before = rows.findById(member.value()).orElseThrow();
        refuseDormant(before, known);
        return transaction.execute(status -> {
            var row = rows.lock(member.value()).orElseThrow();
            refuseClosed(row);
            refuseDormant(row, known);
            if (!row.isProven()) {
                tell(row, tokens.revokeAllOf(member), sessions.endAll(member));
            }
            row.prove(clock.instant());
            rows.save(row);
            return appointed(row);
        });
    }

    /** Another account came into its place meanwhile: the next try finds that one. */
    private static void refuseClosed(Member row) {
        if (row.getParkedAt() != null) {
            throw new WrongProof();
        }
    }

    private void refuseDormant(Member row, boolean known) {
        if (!known && row.isDormantAt(clock.instant())) {
            throw new AnswerFirst();
        }
    }

    private void tell(Member row, int tokens, int sessions) {
        boolean password = row.getPasswordHash() != null;
        if (password || tokens > 0 || sessions > 0) {
            events.publishEvent(new FormerAccessEnded(row.memberId(), clock.instant(), password, tokens, sessions));
        }
    }

    private SignedIn appointed(Member row) {
        if (settings.namesOperator(row.getPhone())) {
            operators.appoint(row.memberId());
        }
        return row.signedIn();
    }
}

package tuanju.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;

/**
 * An operator gives a parked account back to whoever showed them that it is theirs. It opens by a code to the phone they have
 * now; the account that this phone opened until then is parked in exchange, so that a mistake is put right the same way.
 */
@Component
@RequiredArgsConstructor
class Reopening {

    private static final int LONGEST_REASON = 500;

    private final MemberRows rows;
    private final PhoneTurns turns;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * A parked account as operators see it.
     *
     * @param lastSignedInAt when its owner was last here
     */
    record Parked(MemberCard card, Instant parkedAt, Instant lastSignedInAt) {
        private static Parked of(Member row) {
            return new Parked(row.card(), Objects.requireNonNull(row.getParkedAt()), row.getLastSignedInAt());
        }
    }

    /**
     * The latest first, from this moment back; null for all.
     *
     * @param words part of a name, the last four digits of a number or all of it; empty for everybody
     */
    List<Parked> parked(@Nullable Instant before, String words, int count) {
        var from = before == null ? clock.instant() : before;
        return rows.parked(from, words.strip(), Limit.of(count)).stream()
                .map(Parked::of)
                .toList();
    }

    /**
     * Refuses with NotFound an account that is not parked, with Invalid a missing reason and a phone that opens an operator's
     * account.
     */
    void giveBack(MemberId account, Phone phone, String reason, MemberId by) {
        var because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            throw new Invalid("reason", "give-back-in-words", LONGEST_REASON);
        }
        var exchanged = Objects.requireNonNull(transaction.execute(status -> exchange(account, phone, because, by)));
        // not in the transaction: the store of sessions takes a connection of its own
        exchanged.ifPresent(sessions::endAll);
    }

    private Optional<MemberId> exchange(MemberId account, Phone phone, String because, MemberId by) {
        turns.take(phone);
        var parked = rows.lock(account.value())
                .filter(it -> it.getParkedAt() != null)
                .orElseThrow(NotFound::new);
        var now = clock.instant();
        var other = rows.of(phone);
        other.ifPresent(it -> parkInExchange(it, by));
        parked.giveBack(phone, now);
        rows.saveAndFlush(parked);
        audit.record(by.value(), "member.given-back", "member " + account.value(), because);
        return other.map(Member::memberId);
    }

    private void parkInExchange(Member other, MemberId by) {
        if (other.isOperator()) {
            throw new Invalid("phone", "give-back-operator");
        }
        tokens.revokeAllOf(other.memberId());
        other.park(clock.instant());
        rows.saveAndFlush(other);
        audit.record(by.value(), "member.exchanged", "member " + other.getId(), "");
    }
}

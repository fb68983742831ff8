package tuanju.member.operators;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.ApiTokens;
import tuanju.member.Member;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.Phone;
import tuanju.member.PhoneTurns;
import tuanju.member.Sessions;
import tuanju.member.UnderWay;

/**
 * An operator gives a parked account back to whoever showed them that it is theirs. It opens by a code to the phone they have
 * now; the account that this phone opened until then is parked in exchange, so that a mistake is put right the same way. What
 * that one has under way is said before: nobody sees it once it is parked.
 */
@Component
@RequiredArgsConstructor
@NamedInterface("operators")
public class Reopening {

    private final MemberRows rows;
    private final PhoneTurns turns;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final ObjectProvider<UnderWay> underWay;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * A parked account as operators see it.
     *
     * @param lastSignedInAt when its owner was last here
     * @param underWay how many orders and cycles in it have not ended
     */
    public record Parked(MemberCard card, Instant parkedAt, Instant lastSignedInAt, int underWay) {
        private static Parked of(Member row, int underWay) {
            return new Parked(row.card(), Objects.requireNonNull(row.getParkedAt()), row.getLastSignedInAt(), underWay);
        }
    }

    /**
     * What an operator says about a parked account.
     *
     * @param phone the one that opens it from now on
     * @param reason how its owner showed that it is theirs
     * @param evenSo whether what the phone opened until now is parked also while something there is under way
     */
    public record Word(Phone phone, String reason, boolean evenSo) {}

    /**
     * The latest first, from this moment back; null for all.
     *
     * @param words part of a name, the last four digits of a number or all of it; empty for everybody
     */
    public List<Parked> parked(@Nullable Instant before, String words, int count) {
        var from = before == null ? clock.instant() : before;
        var found = rows.parked(from, words.strip(), Limit.of(count));
        var open = underWay(found.stream().map(Member::memberId).toList());
        return found.stream()
                .map(row -> Parked.of(row, open.getOrDefault(row.memberId(), 0)))
                .toList();
    }

    /** Which of these are parked, by id. */
    public Map<MemberId, MemberCard> cards(Collection<MemberId> accounts) {
        return rows.findAllById(accounts.stream().map(MemberId::value).toList()).stream()
                .filter(it -> it.getParkedAt() != null && !it.isClosedForGood())
                .collect(Collectors.toMap(Member::memberId, Member::card));
    }

    /** Refuses as {@link #giveBack} would right now, and changes nothing. */
    @Transactional(readOnly = true)
    public void check(MemberId account, Word word) {
        if (cards(List.of(account)).isEmpty()) {
            throw new NotFound();
        }
        rows.of(word.phone()).ifPresent(it -> mayBeParked(it, word));
    }

    /**
     * Refuses with NotFound an account that is not parked, with Invalid a phone that opens an operator's account, and one whose
     * account has something under way that nobody said may go out of sight.
     */
    @Transactional
    public void giveBack(MemberId account, Word word, MemberId by) {
        turns.take(word.phone());
        var parked = rows.lock(account.value())
                .filter(it -> it.getParkedAt() != null && !it.isClosedForGood())
                .orElseThrow(NotFound::new);
        var now = clock.instant();
        var other = rows.of(word.phone());
        other.ifPresent(it -> parkInExchange(it, word, by));
        parked.giveBack(word.phone(), now);
        rows.saveAndFlush(parked);
        audit.record(by.value(), "member.given-back", "member " + account.value(), word.reason());
    }

    private void parkInExchange(Member other, Word word, MemberId by) {
        int open = mayBeParked(other, word);
        tokens.revokeAllOf(other.memberId());
        sessions.endAll(other.memberId());
        other.park(clock.instant());
        rows.saveAndFlush(other);
        audit.record(
                by.value(), "member.exchanged", "member " + other.getId(), open == 0 ? "" : Integer.toString(open));
    }

    /** How much in it is under way. */
    private int mayBeParked(Member other, Word word) {
        if (other.isOperator()) {
            throw new Invalid("phone", "give-back-operator");
        }
        int open = underWay(List.of(other.memberId())).getOrDefault(other.memberId(), 0);
        if (open > 0 && !word.evenSo()) {
            throw new Invalid("evenSo", "give-back-under-way", open);
        }
        return open;
    }

    private Map<MemberId, Integer> underWay(List<MemberId> members) {
        var all = new HashMap<MemberId, Integer>();
        underWay.stream()
                .forEach(kind -> kind.of(members).forEach((who, count) -> all.merge(who, count, Integer::sum)));
        return all;
    }
}

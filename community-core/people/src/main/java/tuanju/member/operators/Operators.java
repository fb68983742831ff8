package tuanju.member.operators;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.member.ApiTokens;
import tuanju.member.Member;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.MemberSettings;
import tuanju.member.Members;
import tuanju.member.OperatorAppointed;
import tuanju.member.OperatorDismissed;
import tuanju.member.Sessions;
import tuanju.member.UnprovenPhone;

/** Who runs the platform. Being one is read from the database on every operator request. */
@Component
@RequiredArgsConstructor
@NamedInterface("operators")
public class Operators {

    private final MemberRows rows;
    private final OperatorTurns turns;
    private final SecondFactorRows secondFactors;
    private final SecondFactors factors;
    private final Members members;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final MemberSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * One of them.
     *
     * @param since when they set their second factor up; null without one
     */
    public record Colleague(MemberCard card, @Nullable Instant since, int recoveryCodes) {}

    /** Makes a member an operator whom the settings name; doing it again changes nothing. Refuses a phone that is not proven. */
    @Transactional
    public void appoint(MemberId member) {
        appoint(member, member, "");
    }

    /** The same by the word of an operator, who says why. */
    @Transactional
    public void appoint(MemberId member, MemberId by, String reason) {
        var row = row(member);
        if (!row.isProven()) {
            throw new UnprovenPhone();
        }
        if (!row.isOperator()) {
            row.becomeOperator();
            audit.record(by.value(), "operator.appointed", subject(member), reason);
            if (!by.equals(member)) {
                events.publishEvent(new OperatorAppointed(member, clock.instant()));
            }
        }
    }

    /**
     * Refuses with LastOperator where nobody else would be left, and with NamedInSettings whom the next start would appoint
     * again.
     */
    @Transactional
    public void mayBeDismissed(MemberId member) {
        turns.take();
        if (!turns.anotherThan(member)) {
            throw new LastOperator();
        }
        if (settings.namesOperator(row(member).getPhone())) {
            throw new NamedInSettings();
        }
    }

    /**
     * Ends it at once, with the second factor, every session and every token; whoever is none stays as they are. Refuses as
     * {@link #mayBeDismissed}.
     */
    @Transactional
    public void dismiss(MemberId member, MemberId by, String reason) {
        turns.take();
        var row = rows.lock(member.value()).orElseThrow(NotFound::new);
        if (!row.isOperator()) {
            return;
        }
        mayBeDismissed(member);
        row.stopBeingOperator();
        rows.saveAndFlush(row);
        secondFactors.delete(member);
        tokens.revokeAllOf(member);
        sessions.endAll(member);
        audit.record(by.value(), "operator.dismissed", subject(member), reason);
        events.publishEvent(new OperatorDismissed(member, clock.instant()));
    }

    /** Ends the lost second factor of another one, with everything that is open of theirs. Refuses as NotFound who has none. */
    @Transactional
    public void resetSecondFactor(MemberId member, MemberId by, String reason) {
        factors.reset(member, reason, by);
    }

    /** Whether they run the platform; until the transaction ends, nobody's role ends by a word. */
    @Transactional
    public boolean isOneUntilCommit(MemberId member) {
        turns.take();
        return turns.operates(member);
    }

    /** Everyone, the oldest first. */
    @Transactional(readOnly = true)
    public List<Colleague> all() {
        var held = secondFactors.ofOperators();
        var cards = members.cards(
                held.stream().map(it -> new MemberId(it.memberId())).toList());
        return held.stream()
                .flatMap(it -> Optional.ofNullable(cards.get(new MemberId(it.memberId()))).stream()
                        .map(card -> new Colleague(card, it.since(), it.recoveryCodes())))
                .toList();
    }

    /** Whether there is nobody to help or to confirm. */
    @Transactional(readOnly = true)
    public boolean isOneAlone() {
        return secondFactors.ofOperators().size() < 2;
    }

    private Member row(MemberId member) {
        return rows.findById(member.value()).orElseThrow(() -> new NoSuchElementException("No such member"));
    }

    private static String subject(MemberId member) {
        return "member " + member.value();
    }
}

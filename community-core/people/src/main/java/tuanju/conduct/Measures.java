package tuanju.conduct;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.community.Lines;
import tuanju.conduct.Measure.Kind;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.secondword.Proposal;
import tuanju.secondword.SecondWords;

/**
 * What follows for whoever wrote what was hidden, one step for each time and one after the other: a warning, not writing, only reading, out of the community for
 * a while, and out of it for good, which one operator proposes and another confirms.
 */
@Component
@RequiredArgsConstructor
@Transactional
class Measures {

    static final String BAN = "conduct-ban";
    private static final int LONGEST_REASON = 200;

    private final MeasureRows rows;
    private final CaseRows cases;
    private final ReportRows reports;
    private final Memberships memberships;
    private final SecondWords words;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * What shall follow.
     *
     * @param kind WARNING, MUTE, READ_ONLY, REMOVAL or BAN
     * @param days how long; nothing for a warning and a ban
     */
    record Step(
            @Nullable String kind,
            @Nullable Integer days,
            @Nullable String reason) {}

    /**
     * Answers the proposal that waits where another operator has to confirm it. Taken alike once more it is the same. Refuses with Invalid
     * what cannot be read, with NotFound what a moderator may not take, with CannotDecide what does not follow from anything hidden, is a
     * step too far, or about oneself or a leader.
     */
    @Nullable
    UUID take(UUID about, Step step, MemberId by, boolean operator) {
        var kind = kind(step.kind());
        var reason = Lines.required("reason", Objects.requireNonNullElse(step.reason(), ""), LONGEST_REASON);
        int days = days(kind, step.days());
        var one = cases.held(about).orElseThrow(NotFound::new);
        if (kind.removes() && !operator) {
            throw new NotFound();
        }
        if (isTaken(one, kind)) {
            return null;
        }
        check(one, kind, by);
        if (kind == Kind.BAN) {
            return words.propose(new Proposal.About(BAN, one.community(), one.id()), Proposal.Wish.to("", reason), by);
        }
        write(one, kind, days, reason, by, null);
        return null;
    }

    /** The second word was said. */
    void ban(Proposal confirmed) {
        var one = cases.held(confirmed.about().thing()).orElseThrow(NotFound::new);
        check(one, Kind.BAN, confirmed.proposer());
        write(one, Kind.BAN, 0, confirmed.wish().reason(), confirmed.proposer(), confirmed.id());
    }

    /** What followed from a case counts no longer. */
    void lift(Case about, MemberId by, String reason) {
        rows.lift(about, by, reason).forEach(this::comeBack);
    }

    /** Who was out for a while belongs again. */
    void endRemovals() {
        rows.ended().forEach(this::comeBack);
    }

    @Transactional(readOnly = true)
    void mustWrite(MemberId member, CommunityId community) {
        rows.active(member, community).stream().findFirst().ifPresent(Measures::refuse);
    }

    @Transactional(readOnly = true)
    void mustTap(MemberId member, CommunityId community) {
        rows.active(member, community).stream()
                .filter(it -> it.kind() != Kind.MUTE)
                .findFirst()
                .ifPresent(Measures::refuse);
    }

    private static void refuse(Measure measure) {
        throw measure.ends() == null ? MayNotWrite.banned() : MayNotWrite.until(measure.ends());
    }

    /** Whether just this step was taken. Refuses with CannotDecide another one: what was hidden once has one consequence. */
    private boolean isTaken(Case one, Kind kind) {
        var taken = rows.from(one).stream().filter(it -> it.lifted() == null).findFirst();
        if (taken.filter(it -> it.kind() != kind).isPresent()) {
            throw CannotDecide.noMeasure();
        }
        return taken.isPresent();
    }

    /** Something follows only while it can be appealed, so that an appeal lifts it too. */
    private void check(Case one, Kind kind, MemberId by) {
        var outcome = one.outcome();
        var appeal = one.appeal();
        boolean open = outcome != null
                && outcome.hides()
                && (appeal == null ? outcome.at().isAfter(clock.instant().minus(Appeals.WITHIN)) : appeal.isOpen());
        if (!open) {
            throw CannotDecide.noMeasure();
        }
        if (one.author().equals(by) || !reports.reportedBy(by, List.of(one)).isEmpty()) {
            throw CannotDecide.aboutOneself();
        }
        rows.lock(one.author());
        if (kind.removes()
                && memberships
                        .of(one.author(), one.community())
                        .filter(it -> it.isLeader())
                        .isPresent()) {
            throw CannotDecide.leads();
        }
        var highest = rows.highest(one.author(), one.community());
        int next = highest == null ? one.severity() == 3 ? 1 : 0 : highest.ordinal() + 1;
        if (kind.ordinal() > next) {
            throw CannotDecide.stepTooFar();
        }
    }

    private void write(Case one, Kind kind, int days, String reason, MemberId by, @Nullable UUID proposal) {
        if (!rows.insert(one, kind, days, reason, by, proposal)) {
            return;
        }
        if (kind.removes()
                && memberships
                        .of(one.author(), one.community())
                        .filter(Membership::isActive)
                        .isPresent()) {
            memberships.end(one.author(), one.community(), by, reason);
        }
        audit.record(by.value(), "conduct.measure", "member " + one.author().value(), kind + " " + days + " " + reason);
        notifications.tell(
                one.author(),
                Notification.of("conduct:" + one.id() + ":" + kind, kind.told(), Judging.PAGE, reason, days));
    }

    private void comeBack(Measure measure) {
        if (measure.kind().removes()
                && rows.active(measure.member(), measure.community()).stream()
                        .noneMatch(it -> it.kind().removes())) {
            memberships.restore(measure.member(), measure.community(), measure.by(), measure.reason());
        }
    }

    private static Kind kind(@Nullable String typed) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        throw new Invalid("kind", "one-of", "WARNING, MUTE, READ_ONLY, REMOVAL, BAN");
    }

    private static int days(Kind kind, @Nullable Integer typed) {
        if (kind.days() == 0) {
            return 0;
        }
        if (typed == null || typed < 1 || typed > kind.days()) {
            throw new Invalid("days", "conduct-days", kind.days());
        }
        return typed;
    }

    /** All of somebody's, the latest first. */
    @Transactional(readOnly = true)
    List<Measure> of(MemberId member) {
        return rows.of(member);
    }

    @Transactional(readOnly = true)
    List<Measure> from(Case it) {
        return rows.from(it);
    }
}

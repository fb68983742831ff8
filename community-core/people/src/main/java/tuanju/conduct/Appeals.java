package tuanju.conduct;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.community.Lines;
import tuanju.conduct.WrittenThings.Hiding;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/** Whoever wrote what was hidden says once why it should be read; somebody else than before decides. */
@Component
@RequiredArgsConstructor
@Transactional
public class Appeals {

    /** So long something may be said against it. */
    static final Duration WITHIN = Duration.ofDays(30);

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final ReportRows reports;
    private final Kinds kinds;
    private final Measures measures;
    private final AuditTrail audit;
    private final Notifications notifications;

    /** Within 30 days, once. Refuses with NotFound what is not theirs, with Invalid nothing said, with CannotDecide otherwise. */
    public void appeal(UUID id, MemberId author, @Nullable String typed) {
        var words = Lines.required("text", Plain.text("text", Objects.requireNonNullElse(typed, "")), LONGEST_WORDS);
        if (rows.find(id).filter(it -> it.author().equals(author)).isEmpty()) {
            throw new NotFound();
        }
        int appealed = jdbc.sql("""
                        update conduct_case set appealed_at = now(), appeal = :words
                        where id = :id and author_id = :author and decision = 'HIDDEN' and appealed_at is null
                            and decided_at > now() - :within * interval '1 second'
                        """)
                .param("within", WITHIN.toSeconds())
                .param("words", words)
                .param("id", id)
                .param("author", author.value())
                .update();
        if (appealed == 0) {
            throw CannotDecide.appealOver();
        }
    }

    /**
     * Others read it again, and what followed counts no longer; or it stays. Decided alike once more it is the same. Refuses with
     * NotFound what has no appeal, with Invalid no reason, with CannotDecide who decided before, wrote or reported it, and another end.
     */
    void decide(UUID id, boolean overturns, @Nullable String typed, MemberId by) {
        var why = Lines.required("reason", Objects.requireNonNullElse(typed, ""), LONGEST_REASON);
        var found = rows.find(id).orElseThrow(NotFound::new);
        var appeal = found.appeal();
        var outcome = found.outcome();
        if (appeal == null || outcome == null) {
            throw new NotFound();
        }
        if (!appeal.isOpen()) {
            if (found.isOverturned() != overturns) {
                throw CannotDecide.appealOver();
            }
            return;
        }
        if (outcome.by().equals(by)) {
            throw CannotDecide.appealByTheSame();
        }
        if (found.author().equals(by) || !reports.reportedBy(by, List.of(found)).isEmpty()) {
            throw CannotDecide.aboutOneself();
        }
        end(found, overturns, why, by);
    }

    private void end(Case found, boolean overturns, String why, MemberId by) {
        int ended = jdbc.sql("""
                        update conduct_case set appeal_decision = :decision, appeal_decided_at = now(), appeal_decided_by = :by,
                            appeal_reason = :why
                        where community_id = :community and id = :id and appeal_decision is null
                        """)
                .param("decision", overturns ? "OVERTURNED" : "UPHELD")
                .param("by", by.value())
                .param("why", why)
                .param("community", found.community().value())
                .param("id", found.id())
                .update();
        if (ended == 0) {
            throw CannotDecide.appealOver();
        }
        if (overturns) {
            if (!rows.isHiddenBesides(found)) {
                kinds.of(found.kind()).show(List.of(found.code()), hiding(found));
            }
            measures.lift(found, by, why);
        }
        audit.record(by.value(), overturns ? "conduct.overturned" : "conduct.upheld", found.subject(), why);
        tell(found, overturns, why);
    }

    private static @Nullable Hiding hiding(Case found) {
        var outcome = found.outcome();
        return outcome == null || outcome.reason() == null
                ? null
                : new Hiding(outcome.by(), Reason.valueOf(outcome.reason()), outcome.why());
    }

    private void tell(Case found, boolean overturns, String why) {
        var told = new ArrayList<Telling>();
        var subject = "conduct:" + found.id() + ":appeal";
        told.add(new Telling(
                found.author(),
                Notification.of(
                        subject,
                        overturns ? "conduct.told.overturned" : "conduct.told.upheld",
                        Judging.PAGE,
                        found.title(),
                        why)));
        if (overturns) {
            reports.reporters(List.of(found))
                    .forEach(it -> told.add(new Telling(
                            it.member(),
                            Notification.of(subject, "conduct.told.shown-again", Judging.PAGE, found.title(), why))));
        }
        notifications.tell(told);
    }

    /** Refuses with Invalid what is neither. */
    static boolean overturns(@Nullable String decision) {
        return switch (Objects.requireNonNullElse(decision, "")) {
            case "OVERTURNED" -> true;
            case "UPHELD" -> false;
            default -> throw new Invalid("decision", "one-of", "UPHELD, OVERTURNED");
        };
    }
}

package tuanju.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.conduct.WrittenThings.Hiding;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/**
 * Somebody decides cases, with a reason that both sides read; one or many by as many statements. First the cases are taken, in the
 * order of their ids, then what they are about, so that whoever decides one at the same time comes before or after.
 */
@Component
@RequiredArgsConstructor
@Transactional
public class Judging {

    static final String PAGE = "/me/conduct";

    private final CaseRows rows;
    private final ReportRows reports;
    private final Kinds kinds;
    private final AuditTrail audit;
    private final Notifications notifications;

    /**
     * What becomes of a case.
     *
     * @param reason for what it is hidden; null where it is kept
     * @param why in words, which both sides read
     * @param by who answers for it
     */
    public record Decision(boolean hides, @Nullable Reason reason, String why, MemberId by) {}

    /**
     * Decided alike once more it is the same. Refuses with NotFound no case, and with CannotDecide another decision than there is, one's
     * own or reported words, other words than this version, words taken back, and a reason such a thing is not hidden for.
     */
    public void decide(UUID id, Decision decision, int version) {
        var found = rows.find(id).orElseThrow(NotFound::new);
        var outcome = found.outcome();
        if (outcome != null && outcome.hides() == decision.hides()) {
            return;
        }
        var refused =
                refused(List.of(found), decision, it -> it.version() == version).get(id);
        if (refused != null) {
            throw refused;
        }
    }

    /** By id those that were not decided, and why; whose words changed since they were kept are left for a closer look. */
    Map<UUID, CannotDecide> together(List<Case> found, Decision decision) {
        var seen = new HashMap<Code, Integer>();
        found.forEach(it -> seen.put(it.code(), it.seen()));
        return refused(found, decision, it -> it.version() == seen.getOrDefault(it.code(), 0));
    }

    private Map<UUID, CannotDecide> refused(List<Case> found, Decision decision, Predicate<Thing> read) {
        var refused = new HashMap<UUID, CannotDecide>();
        var waiting = new HashSet<>(rows.waiting(found));
        var reported = new HashSet<>(reports.reportedBy(decision.by(), found));
        var now = kinds.held(found);
        var decided = new ArrayList<Case>();
        for (var one : found) {
            var thing = now.get(one);
            var refusal = !waiting.contains(one.id())
                    ? CannotDecide.decided()
                    : one.author().equals(decision.by()) || reported.contains(one.id())
                            ? CannotDecide.aboutOneself()
                            : refusal(one, thing, decision, read);
            if (refusal == null) {
                decided.add(one);
            } else {
                refused.put(one.id(), refusal);
            }
        }
        if (!decided.isEmpty()) {
            decide(decided, now, decision);
        }
        return refused;
    }

    private @Nullable CannotDecide refusal(Case one, @Nullable Thing thing, Decision decision, Predicate<Thing> read) {
        if (thing == null) {
            return decision.hides() ? CannotDecide.gone() : null;
        }
        if (!read.test(thing)) {
            return CannotDecide.changed();
        }
        var reason = decision.reason();
        boolean allowed = reason == null || kinds.of(one.kind()).reasons().contains(reason);
        return allowed ? null : CannotDecide.notForThat();
    }

    private void decide(List<Case> decided, Map<Case, Thing> now, Decision decision) {
        rows.decide(decided, it -> version(now, it), decision);
        rows.keep(decided, now);
        Kinds.byKind(decided).forEach((name, ofKind) -> {
            var codes = ofKind.stream().map(Case::code).toList();
            if (decision.hides()) {
                kinds.of(name).hide(codes, new Hiding(decision.by(), decision.reason(), decision.why()));
            } else {
                kinds.of(name).show(codes, null);
            }
        });
        var by = decision.by().value();
        audit.record(
                by,
                decision.hides() ? "conduct.hidden" : "conduct.kept",
                decided.stream()
                        .map(it -> new AuditTrail.Line(it.subject(), decision.why()))
                        .toList());
        tell(decided, decision);
    }

    private static int version(Map<Case, Thing> now, Case it) {
        var thing = now.get(it);
        return thing == null ? it.seen() : thing.version();
    }

    /** Who reported reads why; who wrote it where it is hidden, or was for the time being. */
    private void tell(List<Case> decided, Decision decision) {
        var titles = new HashMap<UUID, String>();
        decided.forEach(it -> titles.put(it.id(), it.title()));
        var reporters = reports.reporters(decided).stream()
                .map(it -> new Telling(
                        it.member(),
                        told(
                                it.about() + ":reporter",
                                decision.hides() ? "conduct.told.hidden" : "conduct.told.kept",
                                titles.getOrDefault(it.about(), ""),
                                decision)));
        var authors = decided.stream()
                .filter(it -> decision.hides() || it.held() != null)
                .map(it -> new Telling(
                        it.author(),
                        told(
                                it.id() + ":author",
                                decision.hides() ? "conduct.told.own-hidden" : "conduct.told.own-shown",
                                it.title(),
                                decision)));
        notifications.tell(Stream.concat(reporters, authors).toList());
    }

    private static Notification told(String subject, String topic, String title, Decision decision) {
        return Notification.of("conduct:" + subject, topic, PAGE, title, decision.why());
    }
}

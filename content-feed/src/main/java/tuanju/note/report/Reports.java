package tuanju.note.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.community.Lines;
import tuanju.member.MemberId;
import tuanju.note.CannotWrite;
import tuanju.note.NoteText;
import tuanju.note.Notes;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/** Readers say what is not right; operators hide it or keep it, with a reason that is read. */
@Component
@RequiredArgsConstructor
@Transactional
class Reports {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REASON = 200;
    private static final int A_DAY = 20;

    private final ReportRows rows;
    private final Notes notes;
    private final RateLimits limits;
    private final Notifications notifications;
    private final AuditTrail audit;

    /** What is not right about it. */
    enum Reason {
        SPAM,
        FALSE,
        RUDE,
        ILLEGAL,
        OTHER
    }

    /**
     * What somebody says is not right.
     *
     * @param kind NOTE or COMMENT
     * @param code of the note, or of the comment
     */
    record Saying(
            @Nullable String kind,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String text) {}

    /**
     * Said again before it is decided it is the same report. Refuses with Invalid what cannot be read, with NotFound what they may
     * not see, with TooMany more than twenty a day.
     */
    void report(MemberId reporter, Saying saying) {
        var reason = reason(saying.reason());
        var words = NoteText.clean("text", Objects.requireNonNullElse(saying.text(), ""), LONGEST_WORDS);
        boolean comment = kind(saying.kind());
        var code = Code.read(needed("code", saying.code()));
        limits.take("report " + reporter.value(), A_DAY, Duration.ofDays(1));
        var viewer = new Viewer(reporter);
        var under = comment ? rows.noteOf(code).orElseThrow(NotFound::new) : code;
        var note = notes.find(viewer, under);
        rows.insert(reporter, note, comment ? code : null, new ReportRows.Said(reason.name(), words));
    }

    /** Refuses with NotFound. */
    @Transactional(readOnly = true)
    ReportRows.Report find(UUID id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /**
     * Hides what it is about, or keeps it; who reported is told why, and who wrote where it is hidden. Decided alike once more it
     * is the same. Refuses with Invalid no reason, with CannotWrite another decision than there is, keeping what is hidden for
     * another report, and where the words are others by now than the decision names.
     */
    void decide(UUID id, boolean hide, int version, String typed, MemberId by) {
        var why = Lines.required("reason", typed, LONGEST_REASON);
        var report = find(id);
        if (isDecided(report, hide)) {
            return;
        }
        if (report.versionNow() != version) {
            throw CannotWrite.changed();
        }
        if (!rows.decide(report, hide, why, by)) {
            isDecided(find(id), hide);
            return;
        }
        if (!hide && rows.isHidden(report)) {
            throw CannotWrite.hiddenAlready();
        }
        if (hide && !rows.hide(report, why, by)) {
            throw CannotWrite.changed();
        }
        audit.record(by.value(), hide ? "note.hidden" : "note.kept", report.subject(), why);
        tell(List.of(report), hide, why);
    }

    private static boolean isDecided(ReportRows.Report report, boolean hide) {
        if (report.decision() != null && report.decision().equals("HIDDEN") != hide) {
            throw CannotWrite.decided();
        }
        return report.decision() != null;
    }

    /** Who reported is told why, and who wrote where it is hidden; by one statement, however many they are. */
    void tell(List<ReportRows.Report> decided, boolean hide, String why) {
        var told = decided.stream().map(it -> reporter(it, hide, why));
        notifications.tell((hide ? Stream.concat(told, decided.stream().map(it -> author(it, why))) : told).toList());
    }

    private static Telling reporter(ReportRows.Report report, boolean hide, String why) {
        var topic = hide ? "note.told.hidden" : "note.told.not-hidden";
        return new Telling(
                report.reporter(), Notification.of("report:" + report.id(), topic, "/notes", report.title(), why));
    }

    private static Telling author(ReportRows.Report report, String why) {
        return new Telling(
                report.author(),
                Notification.of(
                        "report:" + report.id() + ":author",
                        "note.told.own-hidden",
                        "/n/" + report.noteCode(),
                        report.title(),
                        why));
    }

    private static boolean kind(@Nullable String kind) {
        return switch (needed("kind", kind)) {
            case "NOTE" -> false;
            case "COMMENT" -> true;
            default -> throw new Invalid("kind", "one-of", "NOTE, COMMENT");
        };
    }

    private static Reason reason(@Nullable String typed) {
        try {
            return Reason.valueOf(needed("reason", typed).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new Invalid("reason", "one-of", "SPAM, FALSE, RUDE, ILLEGAL, OTHER");
        }
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Invalid(field, "field-missing");
        }
        return value.strip();
    }
}

package tuanju.note.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.member.SignedIn;

/** For operators over REST: what was reported, and deciding about it. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/reports")
class ReportDeskResources {

    private final ReportRows rows;
    private final Reports reports;

    /**
     * One report.
     *
     * @param about NOTE or COMMENT
     * @param code of the note or the comment
     * @param snapshot the words it is about, as they were
     * @param wordsNow and as they are
     * @param version of the words as they are, which a decision names
     * @param reports how many there are about the same
     * @param decision HIDDEN or KEPT; null before
     */
    record Reported(
            UUID id,
            String about,
            String code,
            String note,
            String title,
            String reason,
            String words,
            String snapshot,
            String wordsNow,
            int version,
            int reports,
            Instant reported,
            @Nullable String decision,
            @Nullable String why) {

        private static Reported of(ReportRows.Report it) {
            var comment = it.commentCode();
            return new Reported(
                    it.id(),
                    comment == null ? "NOTE" : "COMMENT",
                    (comment == null ? it.noteCode() : comment).value(),
                    it.noteCode().value(),
                    it.title(),
                    it.reason(),
                    it.words(),
                    it.snapshot(),
                    it.wordsNow(),
                    it.versionNow(),
                    it.reports(),
                    it.reported(),
                    it.decision(),
                    it.decidedReason());
        }
    }

    /** A page; next is to be sent as "after" and null at the end. */
    record Page(List<Reported> items, @Nullable String next) {}

    /** What becomes of it: HIDDEN or KEPT, why, and of which version of the words. */
    record Decision(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** Newest first. */
    @GetMapping
    Page all(ReportsAsked asked) {
        var found = rows.page(asked.isOpenOnly(), asked.behind(), ReportsAsked.PAGE + 1);
        var page = found.stream().limit(ReportsAsked.PAGE).toList();
        return new Page(
                page.stream().map(Reported::of).toList(),
                found.size() > ReportsAsked.PAGE ? page.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    Reported one(@PathVariable UUID id) {
        return Reported.of(reports.find(id));
    }

    @PutMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Decision decision) {
        if (decision.version() == null) {
            throw new Invalid("version", "field-missing");
        }
        reports.decide(
                id,
                ReportDeskPages.hides(Objects.requireNonNullElse(decision.decision(), "")),
                decision.version(),
                Objects.requireNonNullElse(decision.reason(), ""),
                me.member());
    }
}

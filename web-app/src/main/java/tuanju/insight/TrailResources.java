package tuanju.insight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.audit.AuditEntry;

/** For operators over REST: who did what, which nobody can change. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/audit")
class TrailResources {

    private final TrailReading reading;

    /**
     * One act.
     *
     * @param actorName null where whoever did it is gone
     * @param subject to whom or what, as it is written
     * @param subjectName what people call that: a name, a code, or the end of an id
     */
    record Entry(
            UUID id,
            Instant at,
            UUID actor,
            @Nullable String actorName,
            String action,
            String subject,
            String subjectName,
            String detail) {

        private static Entry of(AuditEntry it, TrailReading.Page page) {
            var subject = page.subjects().get(it.subject());
            return new Entry(
                    it.id(),
                    it.at(),
                    it.actor(),
                    page.names().get(it.actor()),
                    it.action(),
                    it.subject(),
                    subject == null ? it.subject() : subject.shown(),
                    it.detail());
        }
    }

    /** A page; next is to be sent as "before", and is null on the last page. */
    record Page(List<Entry> items, @Nullable UUID next) {}

    /** Newest first. */
    @GetMapping
    Page entries(TrailReading.Wanted wanted) {
        var page = reading.find(wanted);
        return new Page(page.entries().stream().map(it -> Entry.of(it, page)).toList(), page.next());
    }
}

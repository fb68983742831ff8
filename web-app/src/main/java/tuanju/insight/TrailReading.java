package tuanju.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Reads who did what a page at a time, with the names of people and things. */
@Component
@RequiredArgsConstructor
class TrailReading {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final Members members;
    private final Subjects subjects;

    /**
     * What is looked for, as it stands in an address, of the page and of the API alike.
     *
     * @param action an act or the beginning of one: "leader."
     * @param subject exactly as written
     * @param before only entries older than this one
     */
    record Wanted(
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable UUID before) {

        private AuditTrail.Query query() {
            return new AuditTrail.Query(actor, Asked.blankToNull(action), Asked.blankToNull(subject), before);
        }

        public boolean isNarrowed() {
            return actor != null || Asked.given(action) || Asked.given(subject);
        }
    }

    /**
     * A page, newest first.
     *
     * @param subjects what the entries say by id, by what is written there
     * @param names of who did it, by id; whoever is gone is missing
     * @param next to be sent as "before"; null on the last page
     */
    record Page(
            List<AuditEntry> entries,
            Map<String, Subject> subjects,
            Map<UUID, String> names,
            @Nullable UUID next) {}

    Page find(Wanted wanted) {
        var found = trail.find(wanted.query(), PAGE + 1);
        var entries = found.stream().limit(PAGE).toList();
        return new Page(
                entries,
                subjects.of(entries),
                names(entries, wanted.actor()),
                found.size() > PAGE ? entries.getLast().id() : null);
    }

    private Map<UUID, String> names(List<AuditEntry> entries, @Nullable UUID actor) {
        var people = Stream.concat(entries.stream().map(AuditEntry::actor), Stream.ofNullable(actor))
                .distinct()
                .map(MemberId::new)
                .toList();
        return members.cards(people).values().stream()
                .collect(Collectors.toMap(it -> it.id().value(), MemberCard::name));
    }
}

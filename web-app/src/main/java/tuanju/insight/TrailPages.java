package tuanju.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Operators read who did what. */
@Controller
@RequiredArgsConstructor
class TrailPages {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final Members members;
    private final Subjects subjects;

    /** What is looked for, as it stands in the address bar. */
    record Wanted(
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable UUID before) {

        AuditTrail.Query query() {
            return new AuditTrail.Query(actor, Asked.blankToNull(action), Asked.blankToNull(subject), before);
        }

        public boolean isNarrowed() {
            return actor != null || Asked.given(action) || Asked.given(subject);
        }
    }

    @GetMapping("/operate/audit")
    String trail(Wanted wanted, Model model) {
        var found = trail.find(wanted.query(), PAGE + 1);
        var entries = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "audit");
        model.addAttribute("wanted", wanted);
        model.addAttribute("actions", trail.actions());
        model.addAttribute("entries", entries);
        model.addAttribute("subjects", subjects.of(entries));
        model.addAttribute("names", names(entries, wanted.actor()));
        model.addAttribute("next", found.size() > PAGE ? entries.getLast().id() : null);
        return "insight/trail";
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

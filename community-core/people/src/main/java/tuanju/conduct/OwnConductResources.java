package tuanju.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.member.SignedIn;

/** What happened to one's own words, over REST. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/me/conduct")
class OwnConductResources {

    private final OwnConduct own;
    private final Appeals appeals;
    private final Commands commands;

    /** Own words that were hidden; decision and why are null while they are hidden for the time being. */
    record Own(
            UUID id,
            String kind,
            String code,
            String title,
            Instant opened,
            @Nullable String decision,
            @Nullable String ground,
            @Nullable String why,
            @Nullable String appeal,
            @Nullable String appealDecision,
            @Nullable String appealWhy) {

        private static Own of(Case it) {
            var all = ReportedCaseResource.of(it);
            return new Own(
                    all.id(),
                    all.kind(),
                    all.code(),
                    all.title(),
                    all.opened(),
                    all.decision(),
                    all.ground(),
                    all.why(),
                    all.appeal(),
                    all.appealDecision(),
                    all.appealWhy());
        }
    }

    /** What followed. */
    record Followed(
            String kind,
            String reason,
            Instant begins,
            @Nullable Instant ends,
            @Nullable Instant lifted) {}

    /** How far one is trusted in a community: 1 to 3, and what that was counted from. */
    record Trusted(
            String community,
            int level,
            int days,
            int accepted,
            int upheld,
            int hidden,
            String missing,
            int missingNumber) {}

    /** A page of one's own cases, with measures and trust; next is to be sent as "after". */
    record Mine(
            List<Own> items,
            List<Followed> measures,
            List<Trusted> trust,
            @Nullable UUID next) {}

    /** What one says against a decision. */
    record Words(@Nullable String text) {}

    /** It was taken in, and somebody else will decide. */
    record Appealed(UUID id) {}

    /** The latest first. */
    @GetMapping
    Mine mine(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        var page = own.cases(me.member(), after);
        return new Mine(
                page.shown().stream().map(Own::of).toList(),
                own.measures(me.member()).stream()
                        .map(it -> new Followed(it.kind().name(), it.reason(), it.begins(), it.ends(), it.lifted()))
                        .toList(),
                own.trusted(me.member()).stream()
                        .map(OwnConductResources::trusted)
                        .toList(),
                page.next());
    }

    @PostMapping("/{id}/appeal")
    ResponseEntity<Appealed> appeal(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Words words, CommandKey key) {
        return commands.once(key.with(words), Appealed.class, () -> {
                    appeals.appeal(id, me.member(), words.text());
                    return new Appealed(id);
                })
                .with(HttpStatus.CREATED);
    }

    private static Trusted trusted(OwnConduct.Trusted it) {
        var standing = it.standing();
        return new Trusted(
                it.community().shortCode(),
                standing.level(),
                standing.days(),
                standing.accepted(),
                standing.upheld(),
                standing.hidden(),
                standing.next().what(),
                standing.next().number());
    }
}

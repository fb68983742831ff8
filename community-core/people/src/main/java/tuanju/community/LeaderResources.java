package tuanju.community;

import java.net.URI;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Asking to become a leader, for programs: a member asks and looks what became of it, an operator decides. */
@RestController
@RequestMapping("/api/v1/leaders/applications")
@RequiredArgsConstructor
class LeaderResources {

    private final LeaderApplications applications;
    private final Communities communities;
    private final Members members;
    private final Commands commands;

    /** What a member asks for: a community there is, by its short code, or a new one by name and place. */
    record Wanted(
            @Nullable String community,
            @Nullable String name,
            @Nullable String place,
            @Nullable String reason) {}

    /** An application and what became of it. */
    record Application(
            UUID id,
            String communityName,
            String place,
            String reason,
            String status,
            Instant applied,
            @Nullable String decisionReason) {

        static Application of(LeaderApplication asked) {
            return new Application(
                    asked.id(),
                    asked.communityName(),
                    asked.place(),
                    asked.reason(),
                    asked.status().name(),
                    asked.appliedAt(),
                    asked.decisionReason());
        }
    }

    /** Yes, or no and why. */
    record Decision(@Nullable Boolean approved, @Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Application> apply(
            @AuthenticationPrincipal SignedIn me, @RequestBody Wanted wanted, CommandKey key) {
        var known = wanted.community() == null
                ? null
                : communities
                        .find(wanted.community())
                        .orElseThrow(NotFound::new)
                        .id();
        var wish = new LeaderApplications.Wish(known, or(wanted.name()), or(wanted.place()), or(wanted.reason()));
        var answer = commands.once(key.with(wanted), Application.class, () -> {
            applications.apply(me.member(), wish);
            return mine(me);
        });
        var response = ResponseEntity.created(URI.create("/api/v1/leaders/applications/mine"));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    /** The latest of the one who asks. */
    @GetMapping("/mine")
    Application mine(@AuthenticationPrincipal SignedIn me) {
        return applications.latestOf(me.member()).map(Application::of).orElseThrow(NotFound::new);
    }

    /** Those that wait for a decision, oldest first. */
    @GetMapping
    List<Application> waiting(@AuthenticationPrincipal SignedIn me) {
        mustOperate(me);
        return applications.waiting().stream().map(Application::of).toList();
    }

    /** Decides once; refuses one decided before with NotFound. */
    @PutMapping("/{id}/decision")
    ResponseEntity<Void> decide(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Decision decision) {
        mustOperate(me);
        var approved = decision.approved();
        if (approved == null) {
            throw new Invalid("approved", "decision-missing");
        }
        if (approved) {
            applications.approve(id, me.member());
        } else {
            applications.decline(id, me.member(), or(decision.reason()));
        }
        return ResponseEntity.noContent().build();
    }

    /** Asked of the database at every request, as the pages of operators are. */
    private void mustOperate(SignedIn me) {
        members.needOperator(me);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

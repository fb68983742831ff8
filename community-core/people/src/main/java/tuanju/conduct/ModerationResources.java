package tuanju.conduct;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
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
import tuanju.member.SignedIn;

/** For moderators over REST: the queue of their communities, as operators have it for all. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/moderation/reports")
class ModerationResources {

    private final ModeratorsQueue queue;
    private final CaseFiles files;
    private final Kinds kinds;
    private final Judging deciding;
    private final Measures measures;
    private final Appeals appeals;
    private final Commands commands;

    /** What should be decided first on top. */
    @GetMapping
    ReportedCaseResource.Page all(@AuthenticationPrincipal SignedIn me, CasesAsked asked) {
        var page = queue.page(me.member(), asked);
        return new ReportedCaseResource.Page(
                page.shown().stream().map(ReportedCaseResource::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    ReportedCaseResource.Whole one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var it = queue.find(me.member(), id);
        return ReportedCaseResource.Whole.of(
                it, files.of(it), kinds.now(List.of(it)).get(it));
    }

    /** Alike once more it is the same. */
    @PutMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody CaseForm form) {
        deciding.decide(queue.find(me.member(), id).id(), form.by(me.member()), form.ofVersion());
    }

    /** A warning, not writing, only reading; what goes further is an operator's. */
    @PostMapping("/{id}/measures")
    ResponseEntity<ReportedCaseResource.Taken> measure(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody Measures.Step step,
            CommandKey key) {
        var about = queue.find(me.member(), id);
        return commands.once(
                        key.with(step),
                        ReportedCaseResource.Taken.class,
                        () -> new ReportedCaseResource.Taken(
                                measures.take(about.id(), step, me.member(), false) != null))
                .with(HttpStatus.CREATED);
    }

    /** Alike once more it is the same. */
    @PutMapping("/{id}/appeal-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAppeal(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody ReportedCaseResource.End end) {
        appeals.decide(queue.find(me.member(), id).id(), Appeals.overturns(end.decision()), end.reason(), me.member());
    }
}

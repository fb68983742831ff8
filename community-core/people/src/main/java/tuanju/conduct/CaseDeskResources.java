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
import tuanju.command.NotFound;
import tuanju.member.SignedIn;

/** For operators over REST: the queue, deciding, what follows, and appeals. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/reports")
class CaseDeskResources {

    private final Queue queue;
    private final CaseRows rows;
    private final CaseFiles files;
    private final Kinds kinds;
    private final Judging deciding;
    private final Measures measures;
    private final Appeals appeals;
    private final Commands commands;

    /** What should be decided first on top. */
    @GetMapping
    ReportedCaseResource.Page all(CasesAsked asked) {
        var found = queue.page(asked, null, CasesAsked.PAGE + 1);
        var page = found.stream().limit(CasesAsked.PAGE).toList();
        return new ReportedCaseResource.Page(
                page.stream().map(ReportedCaseResource::of).toList(),
                found.size() > CasesAsked.PAGE ? page.getLast().id() : null);
    }

    @GetMapping("/{id}")
    ReportedCaseResource.Whole one(@PathVariable UUID id) {
        var it = rows.find(id).orElseThrow(NotFound::new);
        return ReportedCaseResource.Whole.of(
                it, files.of(it), kinds.now(List.of(it)).get(it));
    }

    /** Alike once more it is the same. */
    @PutMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody CaseForm form) {
        deciding.decide(id, form.by(me.member()), form.ofVersion());
    }

    @PostMapping("/{id}/measures")
    ResponseEntity<ReportedCaseResource.Taken> measure(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody Measures.Step step,
            CommandKey key) {
        return commands.once(
                        key.with(step),
                        ReportedCaseResource.Taken.class,
                        () -> new ReportedCaseResource.Taken(measures.take(id, step, me.member(), true) != null))
                .with(HttpStatus.CREATED);
    }

    /** Alike once more it is the same. */
    @PutMapping("/{id}/appeal-decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAppeal(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody ReportedCaseResource.End end) {
        appeals.decide(id, Appeals.overturns(end.decision()), end.reason(), me.member());
    }
}

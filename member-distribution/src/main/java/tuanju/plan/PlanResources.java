package tuanju.plan;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.plan.Plans.Maker;

/** Plans over the API: a leader's own, and for operators those of whole communities, and everybody's to look at and to end. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1")
class PlanResources {

    private static final int PAGE = 50;

    private final Plans plans;
    private final PlanFigures figures;
    private final Communities communities;
    private final Commands commands;

    /** Newest first; next is to be sent as "after" and null at the end. */
    record PlanList(List<PlanResource> items, @Nullable UUID next) {}

    /** One with what it brought: how many have it now, what was taken for it, and what went back. */
    record PlanInFigures(PlanResource plan, int running, int taken, long takenFen, long returnedFen) {}

    @GetMapping("/plans")
    PlanList own(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after) {
        var found = plans.page(me.member(), after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new PlanList(
                shown.stream().map(PlanResource::of).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    @PostMapping("/plans")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanResource> make(
            @AuthenticationPrincipal SignedIn me, @RequestBody PlanDraft wanted, CommandKey key) {
        return make(new Maker(me.member(), false), wanted, key);
    }

    /** Nobody takes it any more; who has it keeps it until its end. */
    @DeleteMapping("/plans/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        plans.end(new Maker(me.member(), false), code);
    }

    @PostMapping("/operator/plans")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanResource> makeForAll(
            @AuthenticationPrincipal SignedIn me, @RequestBody PlanDraft wanted, CommandKey key) {
        return make(new Maker(me.member(), true), wanted, key);
    }

    @GetMapping("/operator/plans/{code}")
    PlanInFigures one(@PathVariable Code code) {
        var plan = plans.any(code);
        var sums = figures.of(plan);
        return new PlanInFigures(
                PlanResource.of(plan),
                sums.running(),
                sums.taken(),
                sums.paid().fen(),
                sums.returned().fen());
    }

    @DeleteMapping("/operator/plans/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAny(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        plans.end(new Maker(me.member(), true), code);
    }

    private ResponseEntity<PlanResource> make(Maker maker, PlanDraft wanted, CommandKey key) {
        if (wanted.community() == null) {
            throw new Invalid("community", "field-missing");
        }
        var home = communities.find(wanted.community()).orElseThrow(NotFound::new);
        return commands.once(
                        key.with(wanted),
                        PlanResource.class,
                        () -> PlanResource.of(plans.make(maker, home.id(), wanted)))
                .with(HttpStatus.CREATED);
    }
}

package tuanju.cycle.planning;

import java.net.URI;
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
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Order cycles for programs. */
@RestController
@RequestMapping("/api/v1/cycles")
@RequiredArgsConstructor
class CycleResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final OrderCycles cycles;
    private final CycleViews views;
    private final CycleOpening opening;
    private final Leaders leaders;
    private final Communities communities;
    private final NewCycles plans;
    private final CycleDrafts drafts;
    private final Commands commands;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CycleResource> open(
            @AuthenticationPrincipal SignedIn me, @RequestBody NewCycle wanted, CommandKey key) {
        var answer = commands.once(key.with(wanted), CycleResource.class, () -> open(me, wanted));
        var response = ResponseEntity.created(
                URI.create("/api/v1/cycles/" + answer.value().code()));
        return replayed(response, answer).body(answer.value());
    }

    /** A draft is there for its leader only. */
    @GetMapping("/{code}")
    CycleResource cycle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return views.resource(cycles.visibleOrDrafted(code, me.member()));
    }

    /** Writes a draft anew; it stays a draft until its status is set to OPEN. */
    @PutMapping("/{code}")
    ResponseEntity<CycleResource> rewrite(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewCycle wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var answer = commands.once(key.with(wanted), CycleResource.class, () -> {
            drafts.rewrite(cycle, plans.read(me.member(), communities.get(cycle.community()), wanted));
            return views.resource(cycles.byCode(code));
        });
        return replayed(ResponseEntity.ok(), answer).body(answer.value());
    }

    private CycleResource open(SignedIn me, NewCycle wanted) {
        var here = community(me, wanted.community());
        var plan = plans.read(me.member(), here, wanted);
        return views.resource(
                wanted.isDraft()
                        ? opening.draft(me.member(), here.id(), plan, null)
                        : opening.open(me.member(), here.id(), plan));
    }

    private CommunityCard community(SignedIn me, @Nullable String shortCode) {
        var led = leaders.communitiesLedBy(me.member());
        return led.stream()
                .filter(each -> shortCode == null || each.shortCode().equals(shortCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity.BodyBuilder replayed(ResponseEntity.BodyBuilder response, Answer<?> answer) {
        return answer.replayed() ? response.header(REPLAYED, "true") : response;
    }
}

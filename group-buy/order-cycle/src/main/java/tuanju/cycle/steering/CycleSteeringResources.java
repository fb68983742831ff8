package tuanju.cycle.steering;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.closing.CycleClosing;
import tuanju.cycle.closing.CycleExtending;
import tuanju.cycle.planning.CycleResource;
import tuanju.cycle.planning.CycleViews;
import tuanju.member.SignedIn;

/** A leader steers a cycle, for programs: the next status, and one day more. Others find nothing here. */
@RestController
@RequestMapping("/api/v1/cycles/{code}")
@RequiredArgsConstructor
class CycleSteeringResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final OrderCycles cycles;
    private final CycleViews views;
    private final CycleClosing closing;
    private final CycleExtending extending;
    private final Commands commands;

    /**
     * Where the cycle should go: a draft to OPEN or LAPSED, others to CLOSED, ORDERED, ARRIVED, HANDING_OVER, DONE or LAPSED.
     *
     * @param confirm whether it ends although something is open; 409 cycle-not-over says what, where this is not true
     */
    record Next(@Nullable CycleStatus status, @Nullable Boolean confirm) {}

    /** So many bags, complaints, unpaid orders or paybacks that are not over. */
    record Open(String kind, long count, long amountFen) {}

    /** What is open at the cycle, and would be asked about at its end. */
    @GetMapping("/open-ends")
    List<Open> open(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return closing.open(cycles.ledBy(me.member(), code)).stream()
                .map(it -> new Open(it.kind(), it.count(), it.amount().fen()))
                .toList();
    }

    /** Answers with the cycle as it stands then: closing may decide that it waits, fills cases or lapses. */
    @PutMapping("/status")
    ResponseEntity<CycleResource> move(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Next next, CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var status = next.status();
        if (status == null) {
            throw new Invalid("status", "cycle-choice-missing");
        }
        return once(
                key.with(next),
                code,
                () -> closing.move(me.member(), cycle, status, Boolean.TRUE.equals(next.confirm())));
    }

    /** One day more, once, for a cycle short of its minimum at its cut-off. */
    @PostMapping("/extension")
    ResponseEntity<CycleResource> extend(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        return once(key, code, () -> extending.extend(me.member(), cycle));
    }

    private ResponseEntity<CycleResource> once(CommandKey key, Code code, Runnable act) {
        var answer = commands.once(key, CycleResource.class, () -> {
            act.run();
            return views.resource(cycles.byCode(code));
        });
        var response = ResponseEntity.ok();
        return (answer.replayed() ? response.header(REPLAYED, "true") : response).body(answer.value());
    }
}

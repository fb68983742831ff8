package tuanju.cycle.planning;

import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** What a leader gives off the orders of their cycle, for programs. Others find nothing here. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/discount")
class CycleDiscountResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final OrderCycles cycles;
    private final CycleDiscounts discounts;
    private final CycleViews views;
    private final Commands commands;

    @PutMapping
    ResponseEntity<CycleResource> give(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewCycle.NewDiscount wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var answer = commands.once(key.with(wanted), CycleResource.class, () -> {
            discounts.set(me.member(), cycle, NewCycle.NewDiscount.read(wanted));
            return views.resource(cycles.byCode(code));
        });
        var response = ResponseEntity.ok();
        return (answer.replayed() ? response.header(REPLAYED, "true") : response).body(answer.value());
    }

    /** Twice is once. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        discounts.set(me.member(), cycles.ledBy(me.member(), code), null);
    }
}

package tuanju.desk;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.desk.FindingBags.Found;
import tuanju.member.SignedIn;
import tuanju.pickup.Building;
import tuanju.pickup.PickupSheets;

/** Hand-overs of one cycle over REST, by pickup code. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/handovers")
class HandoverResource {

    private final Desks desks;
    private final HandingOver handingOver;
    private final FindingBags finding;
    private final Commands commands;

    /** What is handed over: the code its buyer shows. */
    record Wanted(@Nullable String pickupCode) {}

    /** An order that was handed over, or is waiting again. Name and phone are masked. */
    record Handed(String order, Door household, @Nullable Instant collectedAt) {}

    /** Whose bag it is. */
    record Door(String building, String room, String name, String phone) {}

    @PostMapping
    ResponseEntity<Handed> handOver(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wanted wanted) {
        var found = find(me, code, wanted.pickupCode());
        var order = found.order().id().value();
        var answer = commands.once(
                command(me, "POST", found, key),
                Handed.class,
                () -> handed(found, handingOver.handOver(found.desk(), List.of(order))));
        return answered(HttpStatus.CREATED, answer);
    }

    @DeleteMapping("/{pickupCode}")
    ResponseEntity<Handed> undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @PathVariable String pickupCode,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var found = find(me, code, pickupCode);
        var answer = commands.once(command(me, "DELETE", found, key), Handed.class, () -> {
            handingOver.undo(found.desk(), List.of(found.order().id().value()));
            return handed(found, null);
        });
        return answered(HttpStatus.OK, answer);
    }

    /** The same with the code in the body or as a parameter, for clients that keep codes out of addresses. */
    @DeleteMapping
    ResponseEntity<Handed> undoNamed(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pickupCode,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        var named = pickupCode == null && wanted != null ? wanted.pickupCode() : pickupCode;
        return undo(me, code, named == null ? "" : named, key);
    }

    private Found find(SignedIn me, String cycle, @Nullable String pickupCode) {
        if (pickupCode == null || pickupCode.isBlank()) {
            throw new Invalid("pickupCode", "pickup-code-missing");
        }
        return finding.find(List.of(desks.ofCycle(me.member(), cycle)), pickupCode);
    }

    private static CommandKey command(SignedIn me, String method, Found found, @Nullable String key) {
        var route = method + " handovers/" + found.desk().path();
        return new CommandKey(me.getName(), route, key, found.order().code().value());
    }

    private static Handed handed(Found found, @Nullable Instant at) {
        var order = PickupSheets.order(found.order());
        var building = new Building("", order.building());
        var door = new Door(building.label(), Building.bare(order.room()), order.name(), order.maskedPhone());
        return new Handed(order.code(), door, at);
    }

    private static ResponseEntity<Handed> answered(HttpStatus status, Answer<Handed> answer) {
        var response = ResponseEntity.status(status);
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(answer.value());
    }
}

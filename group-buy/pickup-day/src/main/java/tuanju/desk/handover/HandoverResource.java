package tuanju.desk.handover;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.handover.FindingBags.Found;
import tuanju.member.SignedIn;
import tuanju.order.fulfilment.HandedPieces;

/** Hand-overs of one cycle over REST, by pickup code. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/handovers")
class HandoverResource {

    private final Desks desks;
    private final HandingOver handingOver;
    private final HandingOverParts parts;
    private final FindingBags finding;
    private final LookingAtDesks looking;
    private final Commands commands;

    /**
     * What is handed over: the code its buyer shows.
     *
     * @param leftWith where it is left, when the buyer does not take it; at most 60 characters
     * @param items only these pieces, the rest later; all of it when there are none
     * @param payment asked for where something is not paid: TAKEN now, or it goes UNPAID all the same
     * @param dueFen how much was not paid when the caller looked; another amount is refused
     * @param confirmed true for handing over what is not this day's or not here: without it, 409 says why
     */
    record Wanted(
            @Nullable String pickupCode,
            @Nullable String leftWith,
            @Nullable List<Item> items,
            @Nullable Boolean confirmed,
            OpenDue.@Nullable Payment payment,
            @Nullable Long dueFen) {

        Giving giving() {
            return new Giving(LeftWith.read(leftWith), null, Giving.isYes(confirmed), new OpenDue(payment, dueFen));
        }

        List<HandedPieces> pieces() {
            return items == null ? List.of() : items.stream().map(Item::handed).toList();
        }
    }

    /** So many pieces of one product of the order. */
    record Item(@Nullable String product, @Nullable String spec, int pieces) {

        HandedPieces handed() {
            if (product == null || product.isBlank() || pieces < 1 || pieces > 9999) {
                throw new Invalid("items", "handover-items");
            }
            return new HandedPieces(product, spec == null ? "" : spec, pieces);
        }
    }

    /**
     * An order that was handed over, in part, or is waiting again. Name and phone are masked.
     *
     * @param collectedAt null while anything of it waits
     * @param left pieces that wait
     * @param openFen what is not paid of it
     */
    record Handed(
            String order, Door household, @Nullable Instant collectedAt, String leftWith, int left, long openFen) {}

    /** Whose bag it is. */
    record Door(String building, @Nullable String unit, String room, String name, String phone) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Handed> handOver(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var found = find(me, code, wanted.pickupCode());
        var giving = wanted.giving();
        var pieces = wanted.pieces();
        var sure = giving.isSure() ? " confirmed" : "";
        var asked = command(found, key, "POST " + giving.left().text() + pieces + sure + giving.due());
        var answer = commands.once(asked, Handed.class, () -> give(found, pieces, giving));
        return answered(HttpStatus.CREATED, answer);
    }

    private Handed give(Found found, List<HandedPieces> pieces, Giving giving) {
        var order = found.order().id().value();
        if (pieces.isEmpty()) {
            handingOver.handOver(found.desk(), List.of(order), giving);
        } else {
            parts.give(found.desk(), order, pieces, giving);
        }
        return handed(found);
    }

    @DeleteMapping("/{pickupCode}")
    ResponseEntity<Handed> undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @PathVariable String pickupCode,
            CommandKey key) {
        var found = find(me, code, pickupCode);
        var answer = commands.once(command(found, key, "DELETE "), Handed.class, () -> {
            handingOver.undo(found.desk(), List.of(found.order().id().value()));
            return handed(found);
        });
        return answered(HttpStatus.OK, answer);
    }

    /** The same with the code in the body or as a parameter, for clients that keep codes out of addresses. */
    @DeleteMapping
    ResponseEntity<Handed> undoNamed(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pickupCode,
            @RequestBody(required = false) @Nullable Wanted wanted,
            CommandKey key) {
        var named = pickupCode == null && wanted != null ? wanted.pickupCode() : pickupCode;
        return undo(me, code, named == null ? "" : named, key);
    }

    private Found find(SignedIn me, String cycle, @Nullable String pickupCode) {
        if (pickupCode == null || pickupCode.isBlank()) {
            throw new Invalid("pickupCode", "pickup-code-missing");
        }
        return finding.find(List.of(desks.ofCycle(me.member(), cycle)), pickupCode);
    }

    private static CommandKey command(Found found, CommandKey key, String asked) {
        var route = "handovers/" + found.desk().path();
        return new CommandKey(
                key.principal(), route, key.key(), asked + found.order().code());
    }

    /** As it stands after what was done. */
    private Handed handed(Found found) {
        var code = found.order().code().value();
        var bag = looking.bag(found.desk(), code);
        var part = bag.orders().stream()
                .filter(order -> order.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
        var door = new Door(bag.building(), bag.unit(), bag.room(), part.name(), part.phone());
        return new Handed(
                code,
                door,
                part.collectedAt(),
                part.leftWith(),
                part.left(),
                part.open().fen());
    }

    private static ResponseEntity<Handed> answered(HttpStatus status, Answer<Handed> answer) {
        var response = ResponseEntity.status(status);
        if (answer.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(answer.value());
    }
}

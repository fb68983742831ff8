package tuanju.desk.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.HandoverParts;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.desk.PartNote;
import tuanju.member.SignedIn;

/** What of an order left before the rest, over REST: each such part can be taken back while the order waits for its rest. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/bags/{order}/parts")
class PartResource {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandoverParts parts;
    private final HandingOverParts handingOver;
    private final Commands commands;

    /** An order in a cycle. */
    record Place(String code, String order) {}

    /** So many pieces of one product that left at one moment. */
    record HandedPart(UUID id, String product, String spec, int pieces, Instant at) {

        static HandedPart of(PartNote note) {
            var what = note.pieces();
            return new HandedPart(note.id(), what.productName(), what.spec(), what.pieces(), note.at());
        }
    }

    /** The oldest first. */
    @GetMapping
    List<HandedPart> parts(@AuthenticationPrincipal SignedIn me, Place place) {
        var desk = desks.ofCycle(me.member(), place.code());
        var order = order(desk, place);
        return parts.of(desk.community().id(), List.of(order)).getOrDefault(order, List.of()).stream()
                .map(HandedPart::of)
                .toList();
    }

    @DeleteMapping("/{part}")
    ResponseEntity<Void> undo(
            @AuthenticationPrincipal SignedIn me, Place place, @PathVariable UUID part, CommandKey key) {
        var desk = desks.ofCycle(me.member(), place.code());
        var order = order(desk, place);
        var answer = commands.once(key, String.class, () -> {
            handingOver.undo(desk, order, part);
            return part.toString();
        });
        var response = ResponseEntity.noContent();
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).build();
    }

    private UUID order(Desk desk, Place place) {
        return looking.choose(desk, place.order(), new Choice(false, List.of(place.order())))
                .ids()
                .getFirst();
    }
}

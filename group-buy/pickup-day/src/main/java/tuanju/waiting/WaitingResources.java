package tuanju.waiting;

import java.net.URI;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;

/** Waiting lists of a cycle for programs: wait, see where one stands, leave; a leader opens pieces after the cut-off. */
@RestController
@RequestMapping("/api/v1/cycles/{code}")
@RequiredArgsConstructor
class WaitingResources {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final OrderCycles cycles;
    private final WaitingOrders orders;
    private final WaitingWishes wishes;
    private final WaitingOffers offers;
    private final Waiting waiting;
    private final Commands commands;
    private final OrderPace pace;

    /**
     * What somebody waits for; at most so many pieces.
     *
     * @param point where they would collect; needed where the cycle has more than one point
     */
    record Wish(UUID product, int quantity, @Nullable UUID point) {}

    /**
     * Where a wish stands.
     *
     * @param ahead how many wait for the same product before
     */
    record Standing(
            UUID id,
            UUID product,
            int quantity,
            @Nullable UUID point,
            WaitingStatus status,
            int ahead,
            Instant since) {}

    /** How many pieces late-comers can have in all. */
    record Pieces(int pieces) {}

    /** Where a product stands for late-comers. */
    record Opened(UUID product, int opened, int taken) {}

    @GetMapping("/waiting")
    List<Standing> mine(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var cycle = cycles.visible(code, me.member());
        return wishes.of(cycle, me.member()).stream()
                .map(WaitingResources::standing)
                .toList();
    }

    @PostMapping("/waiting")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Wish> join(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Wish wish, CommandKey key) {
        var route = "/api/v1/cycles/" + code + "/waiting";
        var answer = commands.once(
                key.with(wish),
                pace.ofOneBuyer(),
                String.class,
                () -> waiting.join(me.member(), code, wish.product(), wish.quantity(), wish.point())
                        .toString());
        var response = ResponseEntity.created(URI.create(route + "/" + answer.value()));
        return (answer.replayed() ? response.header(REPLAYED, "true") : response).body(wish);
    }

    @DeleteMapping("/waiting/{wish}")
    ResponseEntity<Void> leave(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID wish) {
        waiting.leave(me.member(), code, wish);
        return ResponseEntity.noContent().build();
    }

    /** Opens so many pieces in all; setting the same number again changes nothing. */
    @PutMapping("/late-pieces/{product}")
    Opened open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID product,
            @RequestBody Pieces pieces) {
        orders.open(me.member(), code, product, pieces.pieces());
        var cycle = cycles.byCode(code);
        offers.offer(cycle);
        return orders.rooms(cycle).stream()
                .filter(room -> room.product().id().equals(product))
                .map(room -> new Opened(product, room.opened(), room.taken()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Standing standing(WaitingWish wish) {
        return new Standing(
                wish.id(), wish.product(), wish.quantity(), wish.point(), wish.status(), wish.ahead(), wish.since());
    }
}

package tuanju.chain;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.Phone;
import tuanju.member.SignedIn;

/** The guests of a cycle's chain lists for its leader's programs: who has paid, and where they are reached. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/guests")
@RequiredArgsConstructor
class GuestResources {

    private final OrderCycles cycles;
    private final ChainGuests guests;

    /**
     * Somebody from a chain list who has an order.
     *
     * @param phoneKnown whether a number stands with the order; the number itself is not told
     */
    record ChainGuest(
            UUID id,
            String name,
            String lane,
            String building,
            String unit,
            String room,
            boolean phoneKnown,
            long paidToLeaderFen,
            long notPaidFen) {

        static ChainGuest of(ChainOrders.Row row) {
            Door door = row.guest().door();
            return new ChainGuest(
                    row.id(),
                    row.guest().name(),
                    door.lane(),
                    door.building(),
                    door.unit(),
                    door.room(),
                    !row.guest().phone().isEmpty(),
                    row.dues().withLeader().fen(),
                    row.dues().open().fen());
        }
    }

    /** Where a guest is reached. */
    record GuestPhone(@Nullable String phone) {}

    @GetMapping
    List<ChainGuest> all(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return guests.of(cycles.ledBy(me.member(), code)).stream()
                .map(ChainGuest::of)
                .toList();
    }

    @PutMapping("/{guest}/payment")
    ChainGuest pay(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID guest) {
        var cycle = cycles.ledBy(me.member(), code);
        guests.paid(cycle, guest);
        return one(cycle, guest);
    }

    @DeleteMapping("/{guest}/payment")
    ChainGuest unpay(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID guest) {
        var cycle = cycles.ledBy(me.member(), code);
        guests.notPaid(cycle, guest);
        return one(cycle, guest);
    }

    /** Whoever signs up with the number finds the order. */
    @PutMapping("/{guest}/phone")
    ChainGuest reach(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID guest,
            @RequestBody GuestPhone wanted) {
        var cycle = cycles.ledBy(me.member(), code);
        guests.reachableAt(cycle, guest, Phone.of(wanted.phone() == null ? "" : wanted.phone()));
        return one(cycle, guest);
    }

    private ChainGuest one(CycleCard cycle, UUID guest) {
        return ChainGuest.of(guests.one(cycle, guest));
    }
}

package tuanju.bagging;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.bagging.Bagging.Place;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TypedDoor;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.member.SignedIn;

/** Where an order of a cycle goes, for programs. Each act says what shall be, so that doing it twice is doing it once. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/orders/{order}")
@RequiredArgsConstructor
@ResponseStatus(HttpStatus.NO_CONTENT)
class BaggingResources {

    private final OrderCycles cycles;
    private final MovingOrders moving;
    private final Bagging bagging;

    /**
     * Where an order shall be collected.
     *
     * @param wholeBag for leaders: also the other orders of its bag
     */
    record PointWish(@Nullable UUID point, @Nullable Boolean wholeBag) {}

    /** The other order, by its code. */
    record BagWish(@Nullable String with) {}

    /** By its buyer until the cut-off; by the cycle's leader until it is collected. */
    @PutMapping("/pickup-point")
    void toPoint(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestBody PointWish wish) {
        if (wish.point() == null) {
            throw new Invalid("point", "cycle-point-missing");
        }
        if (cycles.byCode(code).leader().equals(me.member())) {
            boolean whole = Boolean.TRUE.equals(wish.wholeBag());
            bagging.toPoint(new Place(me.member(), code, order), wish.point(), whole);
        } else {
            moving.ownToPoint(me.member(), code, order, wish.point());
        }
    }

    @PutMapping("/door")
    void toDoor(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestBody TypedDoor wish) {
        bagging.toDoor(new Place(me.member(), code, order), wish.door());
    }

    @PutMapping("/bag")
    void together(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestBody BagWish wish) {
        if (wish.with() == null || wish.with().isBlank()) {
            throw new Invalid("with", "bag-with-missing");
        }
        bagging.together(new Place(me.member(), code, order), Code.read(wish.with()));
    }

    /** Takes the last change of the door back. */
    @DeleteMapping("/door")
    void undo(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code order) {
        bagging.undo(new Place(me.member(), code, order));
    }
}

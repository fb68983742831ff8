package tuanju.waiting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;

/**
 * One member's wish for a sold out product.
 *
 * @param quantity the most pieces they want, 1–99
 * @param point where they would collect; null for one of the time when nobody was asked
 * @param ahead how many wait for the same product before them
 * @param order what they were offered
 */
record WaitingWish(
        UUID id,
        UUID cycle,
        UUID product,
        MemberId member,
        int quantity,
        @Nullable UUID point,
        Instant since,
        WaitingStatus status,
        int ahead,
        @Nullable UUID order) {

    /** Where what is offered is collected: who was not asked reads it in the offer. */
    UUID pointIn(CycleCard cycle) {
        return point == null ? cycle.mainPoint().point() : point;
    }

    public boolean isWaiting() {
        return status == WaitingStatus.WAITING;
    }

    public boolean isOffered() {
        return status == WaitingStatus.OFFERED;
    }
}

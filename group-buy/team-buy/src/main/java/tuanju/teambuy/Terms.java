package tuanju.teambuy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What a seat costs and brings, read without a lock; and whether it could be had when it was read. */
@NamedInterface("rooms")
public sealed interface Terms {

    CommunityId community();

    OfferId offer();

    SkuId sku();

    Money price();

    /**
     * Of an offer under which a team would be opened.
     *
     * @param open whether teams can be opened now
     * @param sittingIn the open team of this offer in which the member sits already
     */
    record OfOffer(
            CommunityId community,
            OfferId offer,
            Code code,
            SkuId sku,
            Money price,
            int size,
            int durationHours,
            int pickupAfterDays,
            boolean open,
            @Nullable Code sittingIn)
            implements Terms {}

    /**
     * Of a team that is open already.
     *
     * @param running whether it is open and its time is not over
     * @param now the transaction's time in the database, which is what the team's end says too
     */
    record OfTeam(
            CommunityId community,
            TeamId team,
            Code code,
            OfferId offer,
            Code offerCode,
            SkuId sku,
            Money price,
            int size,
            int seatsTaken,
            int seatsPaid,
            int pickupAfterDays,
            TeamStatus status,
            boolean running,
            Instant deadline,
            Instant now,
            @Nullable Code sittingIn)
            implements Terms {

        public boolean full() {
            return seatsTaken >= size;
        }

        /** The payment of one more seat makes it form. */
        public boolean lastToPay() {
            return seatsPaid + 1 == size;
        }
    }
}

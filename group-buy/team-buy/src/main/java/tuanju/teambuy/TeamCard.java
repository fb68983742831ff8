package tuanju.teambuy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * A team as everyone with its link sees it.
 *
 * @param price the team price of one piece, frozen when the team opened
 * @param alonePrice the real price of buying alone, now
 * @param faces who sits in it, in the order they came
 * @param visibility who may see it, as its offer
 * @param now the database's time when this was read, for an honest countdown
 */
public record TeamCard(
        CommunityId community,
        TeamId id,
        Code code,
        Code offer,
        String title,
        String spec,
        @Nullable PictureRef picture,
        Money price,
        Money alonePrice,
        int size,
        int seatsTaken,
        int seatsPaid,
        int pickupAfterDays,
        TeamStatus status,
        Instant openedAt,
        Instant deadline,
        @Nullable Instant endedAt,
        List<Face> faces,
        Instant now,
        Visibility visibility) {

    /** Seats nobody sits in. */
    public int seatsLeft() {
        return size - seatsTaken;
    }

    /** Seats not paid yet: how many people are still missing for the team to form. */
    public int missing() {
        return size - seatsPaid;
    }

    /** Whether someone can take a seat right now. */
    public boolean joinable() {
        return running() && seatsLeft() > 0;
    }

    /** Whether it is open and its time is not over. */
    public boolean running() {
        return status == TeamStatus.OPEN && now.isBefore(deadline);
    }
}

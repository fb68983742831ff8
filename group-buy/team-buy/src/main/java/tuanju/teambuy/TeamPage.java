package tuanju.teambuy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.picture.PictureRef;

/**
 * Everything on a team's page.
 *
 * @param others teams of the same offer that one can join, for those who come too late
 * @param mine the reader's seat; null for strangers
 */
public record TeamPage(
        TeamCard team,
        OfferCard offer,
        String description,
        List<PictureRef> pictures,
        List<TeamCard> others,
        @Nullable Mine mine) {

    /**
     * The reader's own seat.
     *
     * @param heldUntil until when it is kept while unpaid
     */
    public record Mine(Code order, boolean paid, Instant heldUntil) {}
}

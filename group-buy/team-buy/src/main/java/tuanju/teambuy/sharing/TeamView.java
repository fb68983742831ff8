package tuanju.teambuy.sharing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.order.book.OrderDetail;
import tuanju.teambuy.Face;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamCard;
import tuanju.teambuy.TeamPage;

/**
 * A team's page as one reader sees it.
 *
 * @param points where goods of this community can be collected; readers without an order see their areas only
 * @param order the reader's order in this team; null for strangers
 */
record TeamView(
        TeamPage page,
        Stage stage,
        CommunityCard community,
        List<PickupPointCard> points,
        @Nullable OrderDetail order) {

    public TeamCard team() {
        return page.team();
    }

    public OfferCard offer() {
        return page.offer();
    }

    /** Who opened it, masked; empty when they have left. */
    public String opener() {
        return team().faces().stream()
                .filter(Face::opener)
                .map(it -> it.card().publicName())
                .findFirst()
                .orElse("");
    }

    /** The team that lacks fewest and ends first, for who is too late for this one, or whose team did not fill; null where none waits. */
    public @Nullable TeamCard elsewhere() {
        boolean isOver = stage == Stage.MY_TEAM_LAPSED || !stage.mine() && stage != Stage.JOINABLE;
        return isOver
                ? page.others().stream()
                        .min(Comparator.comparingInt(TeamCard::missing).thenComparing(TeamCard::deadline))
                        .orElse(null)
                : null;
    }

    /** Whether a new team can be opened, and alike the same goods bought alone. */
    public boolean canOpen() {
        var left = offer().left();
        return offer().open() && (left == null || left > 0) && !points.isEmpty();
    }

    /** Until when the reader's unpaid seat is kept. */
    public Instant heldUntil() {
        var mine = page.mine();
        return mine == null || mine.heldUntil() == null ? team().deadline() : mine.heldUntil();
    }
}

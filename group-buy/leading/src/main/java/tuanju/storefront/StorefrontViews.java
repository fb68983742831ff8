package tuanju.storefront;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.ordering.CyclesOnOffer;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.scorecard.LeaderSummaries;
import tuanju.storefront.StorefrontView.Point;
import tuanju.teambuy.TeamOffers;

/** Puts together what a storefront shows. */
@Component
@RequiredArgsConstructor
class StorefrontViews {

    private static final int MOST_OFFERS = 6;

    private final Communities communities;
    private final Members members;
    private final Leaders leaders;
    private final PickupPoints points;
    private final CyclesOnOffer cycles;
    private final TeamOffers offers;
    private final LeaderSummaries summaries;

    /** As this viewer may see it; null for who is not signed in, and for what everybody is handed. */
    StorefrontView of(Storefront front, @Nullable MemberId viewer) {
        var here = front.community();
        var own = points(front);
        return new StorefrontView(
                front,
                communities.get(here),
                members.card(front.leader()),
                leaders.since(front.leader(), here),
                own,
                cycles.of(here, front.leader(), viewer),
                // a team's goods can be collected at any point of the community, so also here
                own.isEmpty() ? List.of() : offers.open(here, viewer, null, MOST_OFFERS),
                cycles.finished(here, front.leader()),
                summaries.of(here, front.leader()));
    }

    private List<Point> points(Storefront front) {
        return points.ledBy(front.community(), front.leader()).stream()
                .filter(PickupPointCard::open)
                .map(it -> new Point(it.name(), it.area(), it.hours()))
                .toList();
    }
}

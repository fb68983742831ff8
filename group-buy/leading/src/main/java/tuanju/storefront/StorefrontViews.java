package tuanju.storefront;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.card.CardRef.Kind;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.ordering.FinishedCycles;
import tuanju.member.Members;
import tuanju.scorecard.LeaderSummaries;
import tuanju.storefront.StorefrontView.Point;

/** Puts together what a storefront shows. */
@Component
@RequiredArgsConstructor
class StorefrontViews {

    private static final int MOST = 6;

    private final Communities communities;
    private final Members members;
    private final Leaders leaders;
    private final PickupPoints points;
    private final Showcase showcase;
    private final FinishedCycles finished;
    private final LeaderSummaries summaries;

    /** As this viewer sees it. */
    StorefrontView of(Storefront front, Viewer viewer) {
        var here = front.community();
        var own = points(front);
        var search = CardSearch.in(here, MOST);
        return new StorefrontView(
                front,
                communities.get(here),
                members.card(front.leader()),
                leaders.since(front.leader(), here),
                own,
                showcase.onOffer(Kind.CYCLE, viewer, search.ledBy(front.leader())),
                // a team's goods can be collected at any point of the community, so also here
                own.isEmpty() ? List.of() : showcase.onOffer(Kind.OFFER, viewer, search),
                finished.of(here, front.leader()),
                summaries.of(here, front.leader()));
    }

    private List<Point> points(Storefront front) {
        return points.ledBy(front.community(), front.leader()).stream()
                .filter(PickupPointCard::open)
                .map(it -> new Point(it.name(), it.area(), it.hours()))
                .toList();
    }
}

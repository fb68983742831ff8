package tuanju.teambuy.sharing;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPoints;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.teambuy.Teams;

/** Puts together what one reader sees of a team. */
@Component
@RequiredArgsConstructor
class TeamViews {

    private final Teams teams;
    private final Communities communities;
    private final PickupPoints points;
    private final OrderBook orders;

    TeamView of(Code code, @Nullable SignedIn me) {
        var page = teams.page(code, me == null ? null : me.member());
        var community = communities.get(page.team().community());
        var mine = page.mine();
        var order = me == null || mine == null ? null : orders.detail(me.member(), mine.order());
        return new TeamView(page, Stage.of(page.team(), mine), community, points.in(community.id()), order);
    }

    /** What pages listening to this team listen to. Refuses with NotFound, so that nobody listens to nothing. */
    String topic(Code code, @Nullable SignedIn me) {
        return "team/" + teams.visible(code, me == null ? null : me.member()).code();
    }
}

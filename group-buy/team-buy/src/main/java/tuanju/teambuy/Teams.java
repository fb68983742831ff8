package tuanju.teambuy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.Catalog;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;

/** Reads teams: for everyone with the link, where their offer is for everyone. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Teams {

    private final TeamRows teams;
    private final Catalog catalog;
    private final OrderBook orders;
    private final Communities communities;

    /** One team, for whoever may see all of them. Refuses with NotFound. */
    public TeamCard card(Code team) {
        return teams.one(communities.of(team).id(), team).orElseThrow(NotFound::new);
    }

    /**
     * One team as this viewer may see it: as its offer is, or because they sit in it; null for who is not signed in. Refuses
     * with NotFound.
     */
    public TeamCard visible(Code team, @Nullable MemberId viewer) {
        return teams.one(communities.of(team).id(), team, viewer).orElseThrow(NotFound::new);
    }

    /** One team with everything on its page, in a handful of queries however many others there are. Refuses with NotFound. */
    public TeamPage page(Code code, @Nullable MemberId reader) {
        var board = teams.board(communities.of(code).id(), code, reader).orElseThrow(NotFound::new);
        var team = board.teams().getFirst();
        var others = board.teams().subList(1, board.teams().size());
        var offer = board.offer();
        var product = catalog.product(team.community(), offer.product());
        return new TeamPage(team, offer, product.description(), product.pictures(), others, mine(team, reader));
    }

    /** Teams of an offer that one can join right now, the nearest to forming first; at most 20. */
    public List<TeamCard> toJoin(Code offer) {
        return teams.toJoin(communities.of(offer).id(), offer);
    }

    private TeamPage.@Nullable Mine mine(TeamCard team, @Nullable MemberId reader) {
        if (reader == null) {
            return null;
        }
        return teams.mine(team.community(), team.id(), reader)
                .map(seat -> new TeamPage.Mine(
                        orders.sheet(team.community(), new OrderId(seat.order()))
                                .code(),
                        seat.paid(),
                        seat.heldUntil()))
                .orElse(null);
    }
}

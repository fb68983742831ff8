package tuanju.teambuy.joining;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.database.Ids;
import tuanju.link.Attributions;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderSource;
import tuanju.order.life.OrderPricing;
import tuanju.order.life.Orders;
import tuanju.order.life.PlacedOrder;
import tuanju.price.Discounts;
import tuanju.teambuy.NewTeams;
import tuanju.teambuy.OfferClosed;
import tuanju.teambuy.Particulars;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/** A member opens a team (开团), or buys the same goods alone. */
@Component
@RequiredArgsConstructor
@Transactional
public class TeamOpening {

    private final Communities communities;
    private final TermsRows terms;
    private final Orders orders;
    private final OrderPricing pricing;
    private final Attributions attributions;
    private final NewTeams teams;
    private final LiveTopics live;

    /** Opens a team with the member in its first seat. Refuses with OfferClosed, AlreadyInTeam, PriceChanged, SoldOut, OverLimit, NotFound. */
    public SeatTaken open(MemberId member, Code code, SeatRequest request) {
        var needed = openOffer(member, code, request);
        var offer = needed.terms();
        if (offer.sittingIn() != null) {
            throw new AlreadyInTeam(offer.sittingIn());
        }
        var team = new TeamId(Ids.next());
        var teamCode = communities.nextCode(offer.community());
        var source = OrderSource.team(team.value(), teamCode, offer.offer().value());
        var order = orders.place(
                pricing.priced(
                        OrderDrafts.seat(needed, source, request), Discounts.NONE, request.brought(), needed.along()),
                id -> attributions.noting(offer.community(), id, member, request.from()));
        var opened = teams.open(new NewTeams.Draft(team, teamCode, offer, member, order.id(), false));
        if (!opened.seated()) {
            throw new AlreadyInTeam(sittingIn(member, code));
        }
        live.changed("offer/" + code);
        return new SeatTaken(
                new SeatTaken.Standing(
                        teamCode, code, offer.price(), offer.size(), 1, 0, TeamStatus.OPEN, opened.deadline()),
                order);
    }

    /** Buys at the price of buying alone; always possible while the offer is open. Refuses like open, but never for being in a team. */
    public PlacedOrder buyAlone(MemberId member, Code code, SeatRequest request) {
        var needed = openOffer(member, code, request);
        return orders.place(
                pricing.priced(OrderDrafts.alone(needed, request), Discounts.NONE, request.brought(), needed.along()),
                id -> attributions.noting(needed.terms().community(), id, member, request.from()));
    }

    private Particulars<Terms.OfOffer> openOffer(MemberId member, Code code, SeatRequest request) {
        var needed = terms.toOrder(communities.of(code).id(), code, member, request.pickupPoint())
                .orElseThrow(NotFound::new);
        if (!needed.terms().open()) {
            throw new OfferClosed();
        }
        return needed;
    }

    /** Someone was quicker: the same member, in another window. */
    private Code sittingIn(MemberId member, Code code) {
        var sittingIn = terms.ofOffer(communities.of(code).id(), code, member)
                .orElseThrow(NotFound::new)
                .sittingIn();
        if (sittingIn == null) {
            throw new OfferClosed();
        }
        return sittingIn;
    }
}

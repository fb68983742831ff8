package tuanju.teambuy.seating;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.database.Ids;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderSource;
import tuanju.order.PaidOrder;
import tuanju.order.WhenFull;
import tuanju.order.life.Orders;
import tuanju.order.paying.PaidOrderTaker.Place;
import tuanju.teambuy.NewTeams;
import tuanju.teambuy.OfferId;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/** Money came and its team has no seat for it any more: it does what the buyer chose at checkout. */
@Component
@RequiredArgsConstructor
class LatePaying {

    private final TermsRows terms;
    private final NewTeams teams;
    private final Orders orders;
    private final Communities communities;
    private final LiveTopics live;

    Place place(PaidOrder order) {
        var buyer = Objects.requireNonNull(order.buyer(), "A seat has a member");
        var offerId = new OfferId(Objects.requireNonNull(order.offer(), "A seat has an offer"));
        var offer = terms.ofOffer(order.community(), offerId, buyer).orElseThrow();
        var choice = order.whenFull() == null ? WhenFull.REFUND : order.whenFull();
        if (!SeatRules.opensNewTeam(choice, order.unitPrice(), offer)) {
            return Place.NONE;
        }
        open(order, buyer, offer);
        return Place.WAITING;
    }

    private void open(PaidOrder order, MemberId buyer, Terms.OfOffer offer) {
        var team = new TeamId(Ids.next());
        var code = communities.nextCode(order.community());
        if (!teams.open(new NewTeams.Draft(team, code, offer, buyer, order.id(), true))
                .seated()) {
            // the same buyer sat down elsewhere this very moment: the capture is tried again, and then it is known
            throw new ConcurrencyFailureException(
                    "The buyer of order " + order.id().value() + " sits in another team");
        }
        orders.moveTo(
                order.community(),
                order.id(),
                OrderSource.team(team.value(), code, offer.offer().value()));
        live.changed("offer/" + offer.code());
    }
}

package tuanju.teambuy;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.order.PlacedOrder;

/** A member opens a team (开团), or buys the same goods alone. */
@Component
public class TeamOpening {

    /** Opens a team with the member in its first seat. Refuses with OfferClosed, AlreadyInTeam, PriceChanged, SoldOut, OverLimit, NotFound. */
    public SeatTaken open(MemberId member, Code offer, SeatRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Buys at the price of buying alone; always possible while the offer is open. Refuses like open, but never for being in a team. */
    public PlacedOrder buyAlone(MemberId member, Code offer, SeatRequest request) {
        throw new UnsupportedOperationException();
    }
}

package support;

import java.util.List;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.member.MemberId;
import tuanju.order.WhenFull;
import tuanju.teambuy.joining.SeatRequest;

/** A neighbourhood that offers its grapes to teams, too. */
public record TeamNeighbourhood(Neighbourhood founded, Code offer) implements Neighbourhood {

    @Override
    public CommunityCard card() {
        return founded.card();
    }

    @Override
    public MemberId leader() {
        return founded.leader();
    }

    @Override
    public PickupPointCard point() {
        return founded.point();
    }

    @Override
    public SkuId sku() {
        return founded.sku();
    }

    @Override
    public List<MemberId> members() {
        return founded.members();
    }

    /** One piece; late money goes back. */
    public SeatRequest one() {
        return pieces(1, WhenFull.REFUND);
    }

    public SeatRequest pieces(int quantity, WhenFull whenFull) {
        return new SeatRequest(quantity, whenFull, point().id(), "", null);
    }
}

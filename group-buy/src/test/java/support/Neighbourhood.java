package support;

import java.util.List;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.member.MemberId;
import tuanju.order.WhenFull;
import tuanju.teambuy.SeatRequest;

/** A community of its own with a leader, a pickup point, grapes at ¥52 alone, and an offer of teams of two at ¥39.90. */
public record Neighbourhood(
        CommunityCard card, MemberId leader, PickupPointCard point, SkuId sku, Code offer, List<MemberId> members) {

    public CommunityId id() {
        return card.id();
    }

    public MemberId member(int number) {
        return members.get(number);
    }

    /** One piece; late money goes back. */
    public SeatRequest one() {
        return pieces(1, WhenFull.REFUND);
    }

    public SeatRequest pieces(int quantity, WhenFull whenFull) {
        return new SeatRequest(quantity, whenFull, point.id(), "", null);
    }
}

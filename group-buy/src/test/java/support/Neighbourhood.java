package support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.PickupPlace;
import tuanju.member.MemberId;
import tuanju.money.Money;
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

    /** A cycle of eggs at ¥29.90, open for the next five hours and to be fetched tomorrow. */
    public CyclePlan eggs() {
        var now = Instant.now();
        return new CyclePlan(
                "周一鸡蛋",
                List.of(new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), null)),
                now.minusSeconds(1),
                now.plus(Duration.ofHours(5)),
                PickupPlace.of(point),
                now.plus(Duration.ofHours(20)),
                now.plus(Duration.ofHours(30)));
    }

    /** One piece; late money goes back. */
    public SeatRequest one() {
        return pieces(1, WhenFull.REFUND);
    }

    public SeatRequest pieces(int quantity, WhenFull whenFull) {
        return new SeatRequest(quantity, whenFull, point.id(), "", null);
    }
}

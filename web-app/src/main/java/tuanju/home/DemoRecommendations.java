package tuanju.home;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.WhenFull;
import tuanju.price.BroughtAlong;
import tuanju.referral.Referrers;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

/** Three neighbours who recommend in the demo community, the shopper among them, and a few who bought by their links. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoRecommendations {

    private final Referrers referrers;
    private final Links links;
    private final TeamOpening opening;
    private final DemoTill till;
    private final DemoBatch batch;

    /** What one of them earns goes on by itself, as this operator lets it. */
    void make(DemoMorning.Cast cast, List<Code> offers, MemberId approving) {
        var three = List.of(cast.neighbours().getFirst(), cast.neighbour(0), cast.neighbour(1));
        for (int at = 0; at < three.size(); at++) {
            referrers.accept(three.get(at), cast.community());
            var offer = offers.get(at % offers.size());
            var link = links.make(three.get(at), new Target("offer", offer), "业主群");
            var sold = new ArrayList<OrderId>();
            for (int buyer = 0; buyer < 3 - at; buyer++) {
                sold.add(buy(cast, cast.neighbour(3 + at * 3 + buyer), offer, link));
            }
            if (at == 1) {
                batch.prepare(new DemoBatch.Sales(cast, three.get(at), link, sold, approving));
            }
        }
    }

    private OrderId buy(DemoMorning.Cast cast, MemberId buyer, Code offer, Code link) {
        var wish = new SeatRequest(1, WhenFull.REFUND, cast.gate().id(), "", null, link, BroughtAlong.BEST);
        var order = opening.buyAlone(buyer, offer, wish);
        till.pay(buyer, order.code());
        return order.id();
    }
}

package tuanju.home;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.membership.Memberships;
import tuanju.order.WhenFull;
import tuanju.price.BroughtAlong;
import tuanju.shop.ShopKeeping;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

/** The shopper's own shop in the demo community, from which two neighbours bought. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoShop {

    private static final List<String> WORDS = List.of("皮薄汁多，孩子一天能吃半箱。", "煎出来蛋黄是橙色的，每周都买。", "炖汤最香，一袋够一家吃两顿。");

    private final ShopKeeping keeping;
    private final Memberships memberships;
    private final Links links;
    private final TeamOpening opening;
    private final DemoTill till;

    void open(DemoMorning.Cast cast, List<Code> offers) {
        var owner = cast.neighbours().getFirst();
        memberships.join(owner, cast.community());
        var shop = keeping.open(owner, cast.community(), "小李常买的", "都是我家吃过、回头再买的。好不好您尝了说。", "art:grapes");
        for (int at = 0; at < WORDS.size(); at++) {
            keeping.put(owner, shop, new CardRef(Kind.OFFER, offers.get(at % offers.size())), WORDS.get(at));
        }
        var link = links.of(owner, "shop", shop).orElseThrow();
        for (int buyer = 0; buyer < 2; buyer++) {
            var neighbour = cast.neighbour(7 + buyer);
            var wish = new SeatRequest(1, WhenFull.REFUND, cast.gate().id(), "", null, link, BroughtAlong.BEST);
            till.pay(
                    neighbour,
                    opening.buyAlone(neighbour, offers.get(buyer), wish).code());
        }
    }
}

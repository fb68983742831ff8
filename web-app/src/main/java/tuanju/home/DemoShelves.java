package tuanju.home;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.ProductForm;
import tuanju.catalog.SkuForm;
import tuanju.catalog.SkuId;
import tuanju.catalog.Stocking;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.insight.InventedSales;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;
import tuanju.teambuy.offering.OfferForm;
import tuanju.teambuy.offering.TeamOfferEditing;

/** Fills the demo community's shelves and opens its team offers. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoShelves {

    private final ProductEditing products;
    private final Stocking stocking;
    private final TeamOfferEditing offers;
    private final Clock clock;

    /** The codes of the offers, and all goods, in the order of the file. */
    record Filled(List<Code> offers, List<InventedSales.Goods> goods) {}

    Filled fill(CommunityId community, MemberId operator) throws IOException {
        var codes = new ArrayList<Code>();
        var all = new ArrayList<InventedSales.Goods>();
        for (var goods : DemoGoods.all()) {
            var form = new ProductForm(
                    goods.name(),
                    goods.description(),
                    goods.origin(),
                    goods.category(),
                    List.of(new PictureRef("art:" + goods.art())));
            var product = products.create(community, form, operator);
            SkuId first = null;
            for (var variant : goods.skus()) {
                var sku = products.addSku(
                        community, product, new SkuForm(variant.spec(), variant.fen(), variant.limit()), operator);
                stocking.adjust(community, sku, variant.stock(), operator);
                first = first == null ? sku : first;
            }
            var price = Money.ofFen(goods.skus().getFirst().fen());
            all.add(new InventedSales.Goods(product.value(), goods.name(), price));
            if (goods.offer() != null && first != null) {
                codes.add(offers.create(community, offer(goods.offer(), first), operator));
            }
        }
        return new Filled(codes, all);
    }

    private OfferForm offer(DemoGoods.Offer offer, SkuId sku) {
        var now = clock.instant();
        return new OfferForm(
                sku, offer.fen(), offer.size(), offer.hours(), 1, now.minusSeconds(60), now.plus(Duration.ofDays(30)));
    }
}

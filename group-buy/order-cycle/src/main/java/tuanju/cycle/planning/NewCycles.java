package tuanju.cycle.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleTerms;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;

/** Reads what a program wants of a new cycle into a plan, with the catalogue and the leader's own pickup points. */
@Component
@RequiredArgsConstructor
class NewCycles {

    private final Catalog catalog;
    private final OwnPoints points;
    private final Clock clock;

    CyclePlan read(MemberId leader, CommunityCard here, NewCycle wanted) {
        return new CyclePlan(
                wanted.title(),
                wanted.products().stream().map(product -> item(here, product)).toList(),
                wanted.opens(clock.instant()),
                wanted.cutOff(),
                where(wanted, points.of(leader, here.id())),
                new CycleTerms(
                        NewCycle.NewMinimum.read(wanted.minimum()),
                        wanted.boxfillUntil(),
                        NewCycle.NewDiscount.read(wanted.discount()),
                        Visibility.of(wanted.visibility())));
    }

    private static List<CyclePoint> where(NewCycle wanted, List<PickupPointCard> own) {
        var where = wanted.where();
        var read = new ArrayList<CyclePoint>();
        for (int at = 0; at < where.size(); at++) {
            read.add(where.get(at).read(own, wanted.points() == null ? "" : "points[%d].".formatted(at)));
        }
        return read;
    }

    private CyclePlan.Item item(CommunityCard here, NewCycle.NewProduct product) {
        if (product.priceFen() < 0) {
            throw new Invalid("products", "cycle-product-price", CycleForm.text(product.name()));
        }
        var price = Money.ofFen(product.priceFen());
        if (product.sku() == null) {
            var name = CycleForm.text(product.name());
            return new CyclePlan.Item(
                    null, name, CycleForm.text(product.spec()), null, price, product.limit(), product.terms());
        }
        var card = catalog.sku(here.id(), new SkuId(product.sku()));
        return new CyclePlan.Item(
                card.sku(), card.productName(), card.spec(), card.picture(), price, product.limit(), product.terms());
    }
}

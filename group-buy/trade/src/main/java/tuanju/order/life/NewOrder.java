package tuanju.order.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.WhenFull;
import tuanju.price.Discount;
import tuanju.price.Discounts;
import tuanju.price.Price;
import tuanju.price.Tender;

/**
 * An order about to be placed.
 *
 * @param whenFull asked for TEAM orders only
 * @param discounts what it costs less than its goods; an order from elsewhere costs what was said there
 */
public record NewOrder(
        CommunityId community,
        OrderKind kind,
        OrderSource source,
        Recipient recipient,
        Pickup pickup,
        List<NewLine> lines,
        String note,
        @Nullable WhenFull whenFull,
        List<Discount> discounts) {

    public NewOrder {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
    }

    /** At its selling prices. */
    public NewOrder(
            CommunityId community,
            OrderKind kind,
            OrderSource source,
            Recipient recipient,
            Pickup pickup,
            List<NewLine> lines,
            String note,
            @Nullable WhenFull whenFull) {
        this(community, kind, source, recipient, pickup, lines, note, whenFull, List.of());
    }

    /** The same, less what is given on it. */
    public NewOrder less(Discounts given) {
        return less(given.on(goods()));
    }

    NewOrder less(List<Discount> given) {
        return new NewOrder(community, kind, source, recipient, pickup, lines, note, whenFull, given);
    }

    /** What its goods cost at their selling prices. */
    public Money goods() {
        return lines.stream().map(NewLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What is to be paid for it, in money. */
    public Money amount() {
        return price().toPay();
    }

    /** How that comes about. */
    public Price price() {
        return Price.of(goods(), discounts, Tender.Kind.PROVIDER);
    }
}

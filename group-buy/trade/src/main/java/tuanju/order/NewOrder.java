package tuanju.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/**
 * An order about to be placed.
 *
 * @param whenFull asked for TEAM orders only
 */
public record NewOrder(
        CommunityId community,
        OrderKind kind,
        OrderSource source,
        Recipient recipient,
        Pickup pickup,
        List<NewLine> lines,
        String note,
        @Nullable WhenFull whenFull) {

    public NewOrder {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
        lines = List.copyOf(lines);
    }

    public Money amount() {
        return lines.stream().map(NewLine::amount).reduce(Money.ZERO, Money::plus);
    }
}

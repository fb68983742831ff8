package tuanju.order.life;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tuanju.money.Money;
import tuanju.price.Shares;

/** A line on its way into the table, as the insert statement reads it. */
@JsonNaming(SnakeCaseStrategy.class)
record LineRow(
        UUID orderId,
        int position,
        @Nullable UUID productId,
        @Nullable UUID skuId,
        @Nullable UUID itemId,
        String productName,
        String spec,
        @Nullable String picture,
        long unitPriceFen,
        int quantity,
        long discountFen,
        long amountFen,
        @Nullable Long usualPriceFen) {

    static List<LineRow> of(UUID order, List<NewLine> lines) {
        return of(order, lines, new Shares(List.of()));
    }

    /** Each line less its part of the order's discounts. */
    static List<LineRow> of(UUID order, List<NewLine> lines, Shares shares) {
        var rows = new ArrayList<LineRow>(lines.size());
        for (var line : lines) {
            rows.add(of(order, rows.size() + 1, line, shares.ofLine(rows.size())));
        }
        return rows;
    }

    private static LineRow of(UUID order, int position, NewLine line, Money discount) {
        return new LineRow(
                order,
                position,
                line.product() == null ? null : line.product().value(),
                line.sku() == null ? null : line.sku().value(),
                line.item(),
                line.productName(),
                line.spec(),
                line.picture() == null ? null : line.picture().value(),
                line.unitPrice().fen(),
                line.quantity(),
                discount.fen(),
                line.amount().minus(discount).fen(),
                line.usual() == null ? null : line.usual().fen());
    }
}

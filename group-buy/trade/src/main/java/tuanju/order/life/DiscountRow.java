package tuanju.order.life;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tuanju.price.Discount;
import tuanju.price.Shares;

/** A discount of an order on its way into the table, with the part that each line got, as the insert statement reads them. */
@JsonNaming(SnakeCaseStrategy.class)
record DiscountRow(
        UUID orderId, int position, String source, String title, String funder, long amountFen, List<Part> parts) {

    /** What the line at this position got of it. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Part(int line, long amountFen) {}

    static List<DiscountRow> of(UUID order, List<Discount> discounts, Shares shares) {
        var rows = new ArrayList<DiscountRow>(discounts.size());
        for (var discount : discounts) {
            var parts = new ArrayList<Part>();
            for (var part : shares.perDiscount().get(rows.size())) {
                parts.add(new Part(parts.size() + 1, part.fen()));
            }
            parts.removeIf(it -> it.amountFen() == 0);
            rows.add(of(order, rows.size() + 1, discount, parts));
        }
        return rows;
    }

    private static DiscountRow of(UUID order, int position, Discount discount, List<Part> parts) {
        return new DiscountRow(
                order,
                position,
                discount.source(),
                discount.title(),
                discount.funder().name(),
                discount.amount().fen(),
                parts);
    }
}

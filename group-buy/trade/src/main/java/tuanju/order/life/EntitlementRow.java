package tuanju.order.life;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tuanju.order.life.Entitlement.Kind;

/** What somebody gets of an order, on its way into the table. A fee is always number one, a commission number two. */
@JsonNaming(SnakeCaseStrategy.class)
record EntitlementRow(
        UUID orderId, int position, String kind, @Nullable UUID memberId, int basisPoints, long baseFen) {

    private static final int FIRST_SUPPLIER = 3;

    /** @param lines what the order is written as: each line less its part of the discounts */
    static List<EntitlementRow> of(UUID order, Entitled entitled, List<LineRow> lines) {
        var rows = new ArrayList<EntitlementRow>(entitled.all().size());
        int supplier = FIRST_SUPPLIER;
        for (var one : entitled.all()) {
            int position = one.kind() == Kind.SUPPLIER ? supplier++ : one.kind().ordinal() + 1;
            var member = one.member();
            rows.add(new EntitlementRow(
                    order,
                    position,
                    one.kind().name(),
                    member == null ? null : member.value(),
                    one.share().basisPoints(),
                    base(one, lines)));
        }
        return rows;
    }

    private static long base(Entitlement of, List<LineRow> lines) {
        return lines.stream()
                .filter(it -> of.lines().isEmpty() || of.lines().contains(it.position()))
                .mapToLong(LineRow::amountFen)
                .sum();
    }
}

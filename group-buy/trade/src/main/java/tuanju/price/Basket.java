package tuanju.price;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What a buyer is about to order, for those who give something off it.
 *
 * @param leader who hands it over; null where that is not known yet
 * @param found what {@code brought_along} said of just this basket; null where nobody looked yet
 */
public record Basket(
        CommunityId community,
        MemberId buyer,
        @Nullable MemberId leader,
        List<Line> lines,
        BroughtAlong brought,
        @Nullable String found) {

    public Basket {
        lines = List.copyOf(lines);
    }

    /** Of which nobody looked yet what its buyer has for it. */
    public Basket(
            CommunityId community, MemberId buyer, @Nullable MemberId leader, List<Line> lines, BroughtAlong brought) {
        this(community, buyer, leader, lines, brought, null);
    }

    /**
     * One line at its selling price.
     *
     * @param sku null where the goods are not in the catalogue
     */
    public record Line(@Nullable UUID sku, Money amount) {}

    public Money goods() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}

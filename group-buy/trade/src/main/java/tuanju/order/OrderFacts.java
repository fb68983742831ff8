package tuanju.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What an order was about, for those who count.
 *
 * @param buyer null for a guest
 * @param leader who hands it over
 */
public record OrderFacts(
        CommunityId community,
        OrderId order,
        OrderKind kind,
        @Nullable MemberId buyer,
        MemberId leader,
        Money amount,
        List<Line> lines) {

    /** One line: what, how many, for how much. */
    public record Line(@Nullable UUID product, String productName, int quantity, Money amount) {}
}

package tuanju.plan;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.book.OrderBook.MoneyElsewhere;

/** Money of plans is read of where the plan is. */
@Component
@RequiredArgsConstructor
class PlanMoney implements MoneyElsewhere {

    private final SubscriptionRows rows;

    @Override
    public Optional<String> page(CommunityId community, UUID id) {
        return rows.find(community, id).map(it -> PlanDoors.OPERATORS + "/" + it.plan());
    }
}

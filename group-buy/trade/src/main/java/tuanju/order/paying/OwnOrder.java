package tuanju.order.paying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;

/** What deciding about a buyer's own order needs. */
record OwnOrder(
        CommunityId community,
        OrderId id,
        OrderStatus status,
        String title,
        Money amount,
        @Nullable Instant payBefore,
        boolean overdue) {}

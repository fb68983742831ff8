package tuanju.order.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;

/**
 * An order that has just been placed.
 *
 * @param payBefore null where nothing is to be paid here (an import)
 * @param externalKey the name it came with, for imports
 */
public record PlacedOrder(
        OrderId id,
        Code code,
        OrderStatus status,
        Money amount,
        @Nullable Instant payBefore,
        @Nullable String externalKey) {}

package tuanju.order.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;

/**
 * A pickup point as the orders that go there name it.
 *
 * @param leader who hands over there
 * @param from the first time somebody may collect there; null until it is known
 */
public record OrderPoint(
        UUID id,
        String name,
        String area,
        String address,
        String hours,
        MemberId leader,
        @Nullable Instant from,
        @Nullable Instant until) {}

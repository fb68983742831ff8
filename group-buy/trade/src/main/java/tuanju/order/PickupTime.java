package tuanju.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When goods can be collected; both null keeps what the order says already. */
public record PickupTime(@Nullable Instant from, @Nullable Instant until) {

    public static final PickupTime AS_PLACED = new PickupTime(null, null);
}

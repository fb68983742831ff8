package tuanju.order.paying;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Pace;
import tuanju.order.OrderSettings;

/** How fast one person may order, whichever way: more in a minute than anybody means is refused with the seconds to wait. */
@Component
@RequiredArgsConstructor
public class OrderPace {

    private final OrderSettings settings;

    /** To claim the command of an order with. */
    public Pace ofOneBuyer() {
        return new Pace("order", settings.perMinute(), Duration.ofMinutes(1));
    }
}

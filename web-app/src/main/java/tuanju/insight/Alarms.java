package tuanju.insight;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Looks for what is wrong and says what to do next, the gravest first. */
@Component
@RequiredArgsConstructor
class Alarms {

    /** Fresh goods should stay below ten in a hundred. */
    private static final long HIGH_REFUND_RATE = 1_000;

    List<Alarm> of(Sales sales) {
        var alarms = new ArrayList<Alarm>();
        var rate = sales.totals().refundRate();
        if (rate != null && rate > HIGH_REFUND_RATE) {
            alarms.add(new Alarm("refundRate", Shown.rate(rate), "/operate/orders?status=REFUNDED", true));
        }
        return alarms;
    }
}

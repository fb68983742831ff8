package tuanju.insight;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.LeaderApplications;
import tuanju.payment.MoneyWatch;

/** Looks for what is wrong and says what to do next, the gravest first. */
@Component
@RequiredArgsConstructor
class Alarms {

    /** Fresh goods should stay below ten in a hundred. */
    private static final long HIGH_REFUND_RATE = 1_000;

    private final MoneyWatch money;
    private final LeaderApplications applications;

    List<Alarm> of(Sales sales) {
        var alarms = new ArrayList<Alarm>();
        add(alarms, money.openCases(), "exceptions", "/operate/exceptions", true);
        add(alarms, money.slowRefunds(), "refundsStuck", "/operate/exceptions#refunds", true);
        var rate = sales.totals().refundRate();
        if (rate != null && rate > HIGH_REFUND_RATE) {
            alarms.add(new Alarm("refundRate", Shown.rate(rate), "/operate/orders?status=REFUNDED", true));
        }
        add(alarms, applications.waitingCount(), "leaders", "/operate/leaders", false);
        return alarms;
    }

    private static void add(List<Alarm> alarms, int number, String name, String next, boolean grave) {
        if (number > 0) {
            alarms.add(new Alarm(name, Shown.count(number), next, grave));
        }
    }
}

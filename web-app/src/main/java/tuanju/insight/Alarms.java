package tuanju.insight;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.LeaderApplications;
import tuanju.complaint.Complaints;
import tuanju.payment.MoneyWatch;
import tuanju.secondword.SecondWords;
import tuanju.upkeep.ProgramWatch;
import tuanju.upkeep.Trouble;

/** Looks for what is wrong and says what to do next: first what costs money or data, then whoever waits for an answer. */
@Component
@RequiredArgsConstructor
class Alarms {

    /** Fresh goods should stay below ten in a hundred. */
    private static final long HIGH_REFUND_RATE = 1_000;

    private final ProgramWatch program;
    private final Complaints complaints;
    private final MoneyWatch money;
    private final LeaderApplications applications;
    private final SecondWords secondWords;

    List<Alarm> of(Sales sales) {
        var troubles = program.troubles();
        var alarms = new ArrayList<Alarm>();
        troubles.stream().filter(Trouble::grave).map(Alarms::about).forEach(alarms::add);
        add(alarms, complaints.waitingForOperators(), "complaints", "/operate/complaints", true);
        add(alarms, secondWords.waitingCount(), "second-words", "/operate/second-words", true);
        add(alarms, money.openCases(), "exceptions", "/operate/exceptions", true);
        add(alarms, money.slowRefunds(), "refundsStuck", "/operate/exceptions#refunds", true);
        var rate = sales.totals().refundRate();
        if (rate != null && rate > HIGH_REFUND_RATE) {
            alarms.add(alarm("refundRate", Shown.rate(rate), "/operate/orders?status=REFUNDED", true));
        }
        troubles.stream().filter(it -> !it.grave()).map(Alarms::about).forEach(alarms::add);
        add(alarms, applications.waitingCount(), "leaders", "/operate/leaders", false);
        return alarms;
    }

    private static void add(List<Alarm> alarms, int number, String name, String next, boolean grave) {
        if (number > 0) {
            alarms.add(alarm(name, Shown.count(number), next, grave));
        }
    }

    private static Alarm alarm(String name, String number, String next, boolean grave) {
        var sentence = "insight.alarm." + name;
        return new Alarm(sentence, sentence + ".next", number, next, grave);
    }

    private static Alarm about(Trouble trouble) {
        return new Alarm(
                "upkeep.trouble." + trouble.name(),
                "insight.alarm.program.next",
                Shown.count(trouble.number()),
                "/operate/program#" + trouble.place(),
                trouble.grave());
    }
}

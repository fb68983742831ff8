package tuanju.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.LeaderApplications;
import tuanju.complaint.Complaints;
import tuanju.payment.MoneyWatch;
import tuanju.payout.PayoutWatch;
import tuanju.secondword.SecondWords;
import tuanju.upkeep.ProgramWatch;
import tuanju.upkeep.Trouble;

/** Looks for what is wrong and says what to do next: first what costs money or data, then whoever waits for an answer, and how long they have. */
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
    private final PayoutWatch payouts;
    private final Clock clock;

    /** Behind is where the rows of these sales are. */
    List<Alarm> of(Sales sales, Behind behind) {
        var troubles = program.troubles();
        var alarms = new ArrayList<Alarm>();
        troubles.stream().filter(Trouble::grave).map(this::about).forEach(alarms::add);
        alarms.addAll(waiting());
        var rate = sales.totals().refundRate();
        if (rate != null && rate > HIGH_REFUND_RATE) {
            alarms.add(alarm("refundRate", Shown.rate(rate), behind.refunds(), true, null));
        }
        troubles.stream().filter(it -> !it.grave()).map(this::about).forEach(alarms::add);
        return alarms;
    }

    /** What waits for a person: whoever is out of money first, then what was asked, the longest waiting first among equals. */
    private List<Alarm> waiting() {
        return Stream.of(
                        waiting(
                                "complaints",
                                complaints.waitingForOperators(),
                                "/operate/complaints",
                                true,
                                complaints::waitingForOperatorsSince),
                        waiting(
                                "second-words",
                                secondWords.waitingCount(),
                                "/operate/second-words",
                                true,
                                secondWords::waitingSince),
                        waiting("exceptions", money.openCases(), "/operate/exceptions", true, money::oldestCase),
                        waiting(
                                "refundsStuck",
                                money.slowRefunds(),
                                "/operate/refunds?state=SLOW&sort=requested",
                                true,
                                money::oldestRefund),
                        waiting("payouts", payouts.waiting(), "/operate/payouts", false, payouts::waitingSince),
                        waiting(
                                "leaders",
                                applications.waitingCount(),
                                "/operate/leaders",
                                false,
                                applications::waitingSince))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Alarm it) -> !it.grave())
                        .thenComparing(it -> it.since() == null ? Instant.MAX : it.since()))
                .toList();
    }

    private Optional<Alarm> waiting(
            String name, int number, String next, boolean grave, Supplier<Optional<Instant>> since) {
        return number == 0
                ? Optional.empty()
                : Optional.of(alarm(name, number, next, grave, since.get().orElse(null)));
    }

    private Alarm alarm(String name, Object number, String next, boolean grave, @Nullable Instant since) {
        var sentence = "insight.alarm." + name;
        return new Alarm(sentence, sentence + ".next", number, next, grave, since, age(since));
    }

    private Alarm about(Trouble trouble) {
        return new Alarm(
                "upkeep.trouble." + trouble.name(),
                "insight.alarm.program.next",
                trouble.number(),
                "/operate/program#" + trouble.place(),
                trouble.grave(),
                trouble.since(),
                age(trouble.since()));
    }

    private Alarm.@Nullable Age age(@Nullable Instant since) {
        return since == null ? null : Alarm.Age.of(Duration.between(since, clock.instant()));
    }
}

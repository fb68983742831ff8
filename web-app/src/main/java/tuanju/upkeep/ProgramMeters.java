package tuanju.upkeep;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.database.Turns;
import tuanju.invariant.InvariantCheck;
import tuanju.live.LiveTopics;
import tuanju.outbox.Outbox;

/** How the program is, as numbers for a monitor. What could not be read is no number, rather than an old one. */
@Component
@RequiredArgsConstructor
class ProgramMeters implements MeterBinder {

    static final String TURNS_FREE = "tuanju.turns.free";
    static final String TURNS_WAITING = "tuanju.turns.waiting";
    static final String TURNS_REFUSED = "tuanju.turns.refused";

    private final ProgramWatch watch;
    private final LiveTopics live;
    private final Turns turns;

    @Override
    public void bindTo(MeterRegistry meters) {
        var numbers = new Numbers(watch, meters);
        aboutWork(numbers);
        aboutMoney(numbers);
        aboutTurns(meters);
        Gauge.builder("tuanju.live.streams", live, LiveTopics::openStreams)
                .description("Pages that listen to this instance")
                .register(meters);
    }

    /** Read from memory, and true while the database does not answer. */
    private void aboutTurns(MeterRegistry meters) {
        Gauge.builder(TURNS_FREE, turns, Turns::free)
                .description("Requests more that could come in")
                .register(meters);
        Gauge.builder(TURNS_WAITING, turns, Turns::waiting)
                .description("Requests that wait to come in")
                .register(meters);
        refused("busy", Turns::refusedBusy, meters);
        refused("greedy", Turns::refusedGreedy, meters);
    }

    private void refused(String reason, ToDoubleFunction<Turns> count, MeterRegistry meters) {
        FunctionCounter.builder(TURNS_REFUSED, turns, count)
                .description("Requests that were sent away")
                .tag("reason", reason)
                .register(meters);
    }

    private static void aboutWork(Numbers numbers) {
        numbers.show("tuanju.invariants.broken", "Broken claims", it -> claims(it, InvariantCheck::isBroken));
        numbers.show("tuanju.invariants.unseen", "Claims not looked at", it -> claims(it, InvariantCheck::isUnseen));
        numbers.show("tuanju.jobs.late", "Nobody took them", it -> it.work().number(Work::late));
        numbers.show("tuanju.jobs.failing", "They keep failing", it -> it.work().number(Work::failing));
        numbers.show("tuanju.outbox.waiting", "On their way", it -> outbox(it, Outbox.Counts::waiting));
        numbers.show("tuanju.outbox.failing", "Tried again", it -> outbox(it, Outbox.Counts::failing));
        numbers.show("tuanju.outbox.set.aside", "Tried no more", it -> outbox(it, Outbox.Counts::setAside));
    }

    private static void aboutMoney(Numbers numbers) {
        numbers.show("tuanju.money.held", "Claims that stop refunds", it -> claims(it, InvariantCheck::holdsMoney));
        numbers.show("tuanju.refunds.waiting", "Not confirmed", it -> refunds(it, Refunding::waiting));
        numbers.show("tuanju.refunds.slow", "For an hour", it -> refunds(it, Refunding::slow));
        numbers.show("tuanju.cases.open", "A person must place it", it -> refunds(it, Refunding::cases));
    }

    private static double claims(ProgramState program, Predicate<InvariantCheck> which) {
        return program.invariants().number(it -> (int) it.stream().filter(which).count());
    }

    private static double outbox(ProgramState program, ToIntFunction<Outbox.Counts> which) {
        return program.outbox().number(it -> which.applyAsInt(it.counts()));
    }

    private static double refunds(ProgramState program, ToIntFunction<Refunding> which) {
        return program.refunds().number(which);
    }

    private record Numbers(ProgramWatch watch, MeterRegistry meters) {
        void show(String name, String meaning, ToDoubleFunction<ProgramState> number) {
            Gauge.builder(name, watch, it -> number.applyAsDouble(it.recent()))
                    .description(meaning)
                    .register(meters);
        }
    }
}

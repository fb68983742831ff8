package tuanju.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.database.InvariantCheck;
import tuanju.live.LiveTopics;

/** How the program is, as numbers for a monitor. What could not be read is no number, rather than an old one. */
@Component
@RequiredArgsConstructor
class ProgramMeters implements MeterBinder {

    private final ProgramWatch watch;
    private final LiveTopics live;

    @Override
    public void bindTo(MeterRegistry meters) {
        var numbers = new Numbers(watch, meters);
        numbers.show("tuanju.invariants.broken", "Claims that are broken", it -> claims(it, InvariantCheck::isBroken));
        numbers.show("tuanju.invariants.unseen", "Claims not looked at", it -> claims(it, InvariantCheck::isUnseen));
        numbers.show(
                "tuanju.money.held", "Claims that hold refunds back", it -> claims(it, InvariantCheck::holdsMoney));
        numbers.show(
                "tuanju.jobs.late", "Late jobs and deadlines", it -> it.work().number(Work::late));
        numbers.show(
                "tuanju.jobs.failing",
                "Failing jobs and deadlines",
                it -> it.work().number(Work::failing));
        numbers.show(
                "tuanju.refunds.waiting", "Not confirmed", it -> it.refunds().number(Refunding::waiting));
        numbers.show(
                "tuanju.refunds.slow",
                "Of those, for an hour",
                it -> it.refunds().number(Refunding::slow));
        numbers.show(
                "tuanju.cases.open", "Money to be placed", it -> it.refunds().number(Refunding::cases));
        Gauge.builder("tuanju.live.streams", live, LiveTopics::openStreams)
                .description("Pages that listen to this instance")
                .register(meters);
    }

    private static double claims(ProgramState program, Predicate<InvariantCheck> which) {
        return program.invariants().number(it -> (int) it.stream().filter(which).count());
    }

    private record Numbers(ProgramWatch watch, MeterRegistry meters) {
        void show(String name, String meaning, ToDoubleFunction<ProgramState> number) {
            Gauge.builder(name, watch, it -> number.applyAsDouble(it.recent()))
                    .description(meaning)
                    .register(meters);
        }
    }
}

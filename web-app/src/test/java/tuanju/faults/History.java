package tuanju.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What people were told, as each of them would swear to it. */
final class History {

    /** What a good answer has promised. */
    enum Kind {
        PLACED,
        PAID,
        CANCELLED,
        COLLECTED,
        HANDED_BACK,
        LISTED,
        /** Transfers to a leader were written down. */
        TRANSFERRED,
        COUNTED,
        GIVEN_OUT,
        PAID_BACK
    }

    /**
     * A promise.
     *
     * @param code the order's code; of a list, transfers, a count, a giving-out its cycle's
     * @param number of a list, how many orders were understood; of transfers, how many there were; of a count, the pieces
     *     that came; of money given back by hand, its fen
     */
    record Fact(Kind kind, String code, int number) {}

    /** How a single try ended. */
    enum Outcome {
        DONE,
        /** With a reason, for good. */
        REFUSED,
        /** Not now; come again. */
        LATER,
        /** Cut off: nobody knows what became of it. */
        CUT,
        /** Cut off, and the repeat showed that it had been done. */
        UNHEARD
    }

    private final Queue<Fact> facts = new ConcurrentLinkedQueue<>();
    private final Queue<Long> unheard = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Outcome, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong slowestMillis = new AtomicLong();

    void promised(Kind kind, String code) {
        facts.add(new Fact(kind, code, 1));
    }

    void promised(Kind kind, String code, int number) {
        facts.add(new Fact(kind, code, number));
    }

    /** One try and what it brought. */
    void tried(String what, Answer answer, Duration took) {
        count(answer.outcome());
        if (!answer.isUnknown()) {
            slowestMillis.accumulateAndGet(took.toMillis(), Math::max);
        }
        if (answer.isBroken()) {
            broken.add("%d to %s: %.300s".formatted(answer.status(), what, answer.body()));
        }
    }

    void count(Outcome outcome) {
        counter(outcome).incrementAndGet();
    }

    /** What was cut off at this moment, in nanoseconds of this machine, had been done. */
    void unheard(long cutAt) {
        count(Outcome.UNHEARD);
        unheard.add(cutAt);
    }

    /** How many wishes were done and their answer cut off between these moments. */
    long unheardBetween(long from, long until) {
        return unheard.stream().filter(it -> it - from >= 0 && it - until <= 0).count();
    }

    /** Nobody answered for as long as anybody would wait. */
    void givenUp(String what) {
        broken.add("no answer to " + what);
    }

    long counted(Outcome outcome) {
        return counter(outcome).get();
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Answers that may never be given, since the last time this was asked. */
    List<String> takeBroken() {
        var taken = new ArrayList<String>();
        for (var one = broken.poll(); one != null; one = broken.poll()) {
            taken.add(one);
        }
        return taken;
    }

    /** The slowest answer since the last time this was asked. */
    Duration takeSlowest() {
        return Duration.ofMillis(slowestMillis.getAndSet(0));
    }

    private AtomicLong counter(Outcome outcome) {
        return counts.computeIfAbsent(outcome, it -> new AtomicLong());
    }
}

package tuanju.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tuanju.faults.History.Outcome;

/** Many people at once, each on a thread of their own, until told to stop; what is begun is brought to its answer. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean over;

    /** One of them is the leader, the others shop; the seed says who does what. */
    static Load of(World world, int people, long seed) {
        var load = new Load(world);
        load.send(() -> new Leading(world, new Random(seed))::leadARound);
        for (int i = 1; i < people; i++) {
            long own = seed + i;
            load.send(() -> new Shopping(world, new Random(own))::doSomething);
        }
        return load;
    }

    private Load(World world) {
        this.world = world;
    }

    private void send(Supplier<Runnable> somebody) {
        people.add(Thread.startVirtualThread(() -> {
            var deed = somebody.get();
            while (!over) {
                try {
                    deed.run();
                } catch (Person.GaveUp e) {
                    return;
                } catch (RuntimeException e) {
                    // the judge reads it: an answer that no client understands is a broken one
                    world.history().givenUp(e.toString());
                }
            }
        }));
    }

    /** Lets it go on until so many more good answers have come. */
    void awaitAnswers(int more) {
        var history = world.history();
        long enough = history.counted(Outcome.DONE) + more;
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> history.counted(Outcome.DONE) >= enough);
    }

    /** Does this meanwhile; where it fails for good, nobody waits for an answer any more. */
    <T> T orAbandoned(Supplier<T> harm) {
        try {
            return harm.get();
        } catch (RuntimeException | AssertionError e) {
            people.forEach(Thread::interrupt);
            throw e;
        }
    }

    /** Nobody begins anything new; answers when everybody has had their last answer. */
    @Override
    public void close() {
        over = true;
        for (var one : people) {
            try {
                one.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

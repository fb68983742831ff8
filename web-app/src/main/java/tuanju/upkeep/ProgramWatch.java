package tuanju.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.invariant.InvariantCheck;

/** How the program is. All parts are read at once, and none is waited for longer than its time. */
@Component
public class ProgramWatch {

    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Clock clock;
    private final Reading<List<InvariantCheck>> invariants;
    private final Reading<Work> work;
    private final Reading<Unsent> outbox;
    private final Reading<Refunding> refunds;
    private final Reading<Connections> connections;
    private final Reading<Room> room;
    private final Reading<Versions> versions;
    private @Nullable ProgramState latest;

    ProgramWatch(ProgramSources sources, VersionSources versions, Clock clock) {
        this.clock = clock;
        invariants = new Reading<>("invariants", sources::invariants);
        work = new Reading<>("work", sources::work);
        outbox = new Reading<>("outbox", sources::outbox);
        refunds = new Reading<>("refunds", sources::refunds);
        connections = new Reading<>("connections", sources::connections);
        room = new Reading<>("room", sources::room);
        this.versions = new Reading<>("versions", versions::versions);
    }

    /** What is wrong with the program, the gravest first; what holds money back before everything else. */
    public List<Trouble> troubles() {
        return now().troubles();
    }

    ProgramState now() {
        var all = List.of(invariants, work, outbox, refunds, connections, room, versions);
        all.forEach(Reading::begin);
        long end = System.nanoTime() + PATIENCE.toNanos();
        return new ProgramState(
                clock.instant(),
                invariants.within(until(end)),
                work.within(until(end)),
                outbox.within(until(end)),
                refunds.within(until(end)),
                connections.within(until(end)),
                room.within(until(end)),
                versions.within(until(end)));
    }

    /** The same, not older than ten seconds: for whoever asks for one number after the other. */
    synchronized ProgramState recent() {
        var known = latest;
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            known = now();
            latest = known;
        }
        return known;
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}

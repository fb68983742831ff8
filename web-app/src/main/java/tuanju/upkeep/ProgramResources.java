package tuanju.upkeep;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: how the program is. Its claims, and events that somebody has not heard, have routes of their own. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/program")
class ProgramResources {

    private final ProgramWatch watch;

    /**
     * How the program is at one moment; a part that could not be read in time is null.
     *
     * @param troubles what needs an operator, the gravest first
     */
    record Program(
            Instant at,
            boolean well,
            List<Trouble> troubles,
            @Nullable Jobs jobs,
            @Nullable Refunds refunds,
            @Nullable Database database,
            @Nullable Disk disk,
            @Nullable Version version) {}

    /**
     * What needs an operator.
     *
     * @param what a stable word
     * @param grave whether money or data are at stake
     */
    record Trouble(String what, int number, boolean grave) {}

    /** What is done by the clock: how many wait for their time, how many are late, how many fail again and again. */
    record Jobs(int waiting, int late, int failing) {}

    /** Money on its way back: not confirmed by its provider, of it for more than an hour; and cases for a person. */
    record Refunds(int waiting, int slow, int cases) {}

    /** Connections that work, requests and jobs that wait for one, and how many connections there may be. */
    record Database(int active, int waiting, int most) {}

    /** In bytes. */
    record Disk(long free, long all, long database) {}

    /** What runs here, since when. */
    record Version(String program, String commit, String java, String postgres, Instant since) {}

    @GetMapping
    Program now() {
        var now = watch.now();
        return new Program(
                now.at(),
                now.isWell(),
                now.troubles().stream()
                        .map(it -> new Trouble(it.name(), it.number(), it.grave()))
                        .toList(),
                now.work().orNull(ProgramResources::jobs),
                now.refunds().orNull(ProgramResources::refunds),
                now.connections().orNull(ProgramResources::database),
                now.room().orNull(ProgramResources::disk),
                now.versions().orNull(ProgramResources::version));
    }

    private static Jobs jobs(Work it) {
        return new Jobs(it.waiting(), it.late(), it.failing());
    }

    private static Refunds refunds(Refunding it) {
        return new Refunds(it.waiting(), it.slow(), it.cases());
    }

    private static Database database(Connections it) {
        return new Database(it.active(), it.waiting(), it.most());
    }

    private static Disk disk(Room it) {
        return new Disk(it.free(), it.all(), it.database());
    }

    private static Version version(Versions it) {
        return new Version(it.program(), it.commit(), it.java(), it.postgres(), it.since());
    }
}

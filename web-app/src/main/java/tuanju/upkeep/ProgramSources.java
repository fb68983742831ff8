package tuanju.upkeep;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;
import tuanju.job.Jobs;
import tuanju.outbox.Outbox;
import tuanju.outbox.StuckEvents;
import tuanju.payment.MoneyWatch;

/** Where each part comes from. What asks the database gives up after two seconds. */
@Component
class ProgramSources {

    private static final int SECONDS = 2;

    private final InvariantWatch invariants;
    private final Jobs jobs;
    private final Outbox outbox;
    private final StuckEvents stuck;
    private final MoneyWatch money;
    private final JdbcClient database;
    private final MeterRegistry meters;
    private final Path data;
    private final TransactionTemplate quickly;

    ProgramSources(
            InvariantWatch invariants,
            Jobs jobs,
            Outbox outbox,
            StuckEvents stuck,
            MoneyWatch money,
            JdbcClient database,
            MeterRegistry meters,
            @Value("${tuanju.data:./data}") Path data,
            PlatformTransactionManager transactions) {
        this.invariants = invariants;
        this.jobs = jobs;
        this.outbox = outbox;
        this.stuck = stuck;
        this.money = money;
        this.database = database;
        this.meters = meters;
        this.data = data.toAbsolutePath().normalize();
        quickly = new TransactionTemplate(transactions);
        quickly.setReadOnly(true);
        quickly.setTimeout(SECONDS);
    }

    List<InvariantCheck> invariants() {
        return inTime(invariants::checks);
    }

    Work work() {
        return inTime(() -> new Work(jobs.recurring(), jobs.deadlines()));
    }

    Unsent outbox() {
        return inTime(() -> new Unsent(outbox.counts(), outbox.needingSomebody(), stuck.kinds()));
    }

    Refunding refunds() {
        return inTime(() -> new Refunding(money.waitingRefunds(), money.slowRefunds(), money.openCases()));
    }

    Connections connections() {
        return new Connections(
                gauge("hikaricp.connections.active"),
                gauge("hikaricp.connections.pending"),
                gauge("hikaricp.connections.max"),
                new Connections.Door(
                        gauge(ProgramMeters.TURNS_FREE), gauge(ProgramMeters.TURNS_WAITING), refusedAtTheDoor()));
    }

    Room room() {
        long size = inTime(() -> database.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single());
        try {
            var store = Files.getFileStore(existing(data));
            return new Room(store.getUsableSpace(), store.getTotalSpace(), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path folder) {
        var parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    /** What the database calls itself. */
    String postgres() {
        return inTime(() -> database.sql("select current_setting('server_version')")
                .query(String.class)
                .single());
    }

    private <T> T inTime(Supplier<T> read) {
        return Objects.requireNonNull(quickly.execute(status -> read.get()));
    }

    private long refusedAtTheDoor() {
        return (long) Search.in(meters).name(ProgramMeters.TURNS_REFUSED).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private int gauge(String name) {
        return (int) Search.in(meters).name(name).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .sum();
    }
}

package tuanju.database;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tuanju.database.Visit.Admission;

/**
 * The turns of requests at the database: nearly as many as there are connections for requests. Twice as many requests as
 * connections may wait, in the order in which they came and for a second at most; who comes then is told to come back,
 * instead of making everybody slower. One client may fill three quarters of the waiting places.
 */
@Component
public class Turns {

    private static final Duration PATIENCE_OF_THE_ADMITTED = Duration.ofSeconds(5);

    /**
     * Saying no takes this long, though it costs nothing: who calls again at once would otherwise be refused so often that
     * nothing is left for those who are served.
     */
    private static final Duration HOLD_ON = Duration.ofMillis(700);

    /** After this long a turn is certainly not spent on the database, whose limits are shorter. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** A request may need a second connection beside its first: so many are never given away as turns. */
    private static final int KEPT_FREE = 2;

    private final Semaphore free;
    private final int mostWaiting;
    private final int mostOfOne;
    private final Duration patience;
    private final Duration holdOn;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> waitingByClient = new ConcurrentHashMap<>();
    private final LongAdder busy = new LongAdder();
    private final LongAdder greedy = new LongAdder();
    private final Set<Visit> holders = ConcurrentHashMap.newKeySet();

    Turns(
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            @Value("${tuanju.database.patience:1s}") Duration patience) {
        free = new Semaphore(Math.max(1, connections - KEPT_FREE), true);
        mostWaiting = 2 * connections;
        mostOfOne = mostWaiting * 3 / 4;
        this.patience = patience;
        holdOn = patience.compareTo(HOLD_ON) < 0 ? patience : HOLD_ON;
    }

    /** Begins the visit of a client, told by its address; the thread belongs to it until it is closed. */
    public Visit visit(String client) {
        return new Visit(this, client);
    }

    Admission take(String client) {
        var admission = admit(client);
        if (admission == Admission.BUSY) {
            busy.increment();
        } else if (admission == Admission.GREEDY) {
            greedy.increment();
        }
        return admission;
    }

    private Admission admit(String client) {
        // not past those who wait
        if (acquire(Duration.ZERO)) {
            return Admission.GRANTED;
        }
        var place = place(client);
        if (place != Admission.GRANTED) {
            LockSupport.parkNanos(holdOn.toNanos());
            return place;
        }
        try {
            return acquire(patience) ? Admission.GRANTED : Admission.BUSY;
        } finally {
            leave(client);
        }
    }

    private Admission place(String client) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return Admission.BUSY;
        }
        if (waitingByClient.merge(client, 1, Integer::sum) > mostOfOne) {
            leave(client);
            return Admission.GREEDY;
        }
        return Admission.GRANTED;
    }

    private void leave(String client) {
        waitingByClient.computeIfPresent(client, (it, count) -> count == 1 ? null : count - 1);
        waiting.decrementAndGet();
    }

    /** For one that was admitted before: it is not sent away half way, at worst it goes on without a turn. */
    boolean takeAgain() {
        return acquire(PATIENCE_OF_THE_ADMITTED);
    }

    private boolean acquire(Duration patience) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void held(Visit visit) {
        holders.add(visit);
    }

    void back(Visit visit) {
        holders.remove(visit);
        free.release();
    }

    /** Whoever reads an answer very slowly must not keep others from the database. */
    @Scheduled(fixedDelay = 1_000)
    void takeBackTheOverdue() {
        takeBackFromThoseInsideSince(System.nanoTime() - LONGEST.toNanos());
    }

    void takeBackFromThoseInsideSince(long nanoTime) {
        holders.stream().filter(it -> it.heldSinceNanos() - nanoTime <= 0).forEach(Visit::giveBack);
    }

    /** How many requests more could come in just now. */
    public int free() {
        return free.availablePermits();
    }

    /** How many requests wait for a turn just now. */
    public int waiting() {
        return waiting.get();
    }

    /** How many were sent away since the start because everybody together wanted too much. */
    public long refusedBusy() {
        return busy.sum();
    }

    /** How many were sent away since the start because their client alone wanted too much. */
    public long refusedGreedy() {
        return greedy.sum();
    }
}

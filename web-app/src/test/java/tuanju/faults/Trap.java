package tuanju.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits on the wire for a statement, and does its harm there so many times. */
final class Trap {

    /** What happens to the statement, or to the news that its transaction is committed. */
    enum Harm {
        /** The connection ends there. */
        CUT,
        /** The database refuses the statement, as when it took too long. */
        FAIL,
        /** It comes late. */
        DELAY
    }

    static final Duration DELAY = Duration.ofSeconds(8);

    private final String fragment;
    private final int later;
    private final boolean committed;
    private final Harm harm;
    private final Runnable also;
    private final AtomicInteger passing;
    private final AtomicInteger left;
    private final CountDownLatch sprung = new CountDownLatch(1);

    private Trap(String fragment, int later, boolean committed, Harm harm, Runnable also, int passing, int times) {
        this.fragment = fragment.toLowerCase(Locale.ROOT);
        this.later = later;
        this.committed = committed;
        this.harm = harm;
        this.also = also;
        this.passing = new AtomicInteger(passing);
        this.left = new AtomicInteger(times);
    }

    /** Before the database hears of a statement that contains these words. */
    static Trap before(String fragment, Harm harm) {
        return new Trap(fragment, 0, false, harm, () -> {}, 0, 1);
    }

    /** When a transaction that held such a statement is committed, before the program hears of it. */
    static Trap afterCommitOf(String fragment, Harm harm) {
        return new Trap(fragment, 0, true, harm, () -> {}, 0, 1);
    }

    /** So many statements later in the same transaction. */
    Trap later(int statements) {
        return new Trap(fragment, statements, committed, harm, also, passing.get(), left.get());
    }

    /** And this is done first. */
    Trap also(Runnable act) {
        return new Trap(fragment, later, committed, harm, act, passing.get(), left.get());
    }

    /** Lets so many pass first. */
    Trap passing(int others) {
        return new Trap(fragment, later, committed, harm, also, others, left.get());
    }

    Trap times(int most) {
        return new Trap(fragment, later, committed, harm, also, passing.get(), most);
    }

    /** Waits until it has done its harm. */
    void awaitSprung(Duration most) {
        try {
            if (!sprung.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Nobody said \"%s\" within %s".formatted(fragment, most));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasSprung() {
        return sprung.getCount() == 0;
    }

    Harm harm() {
        return harm;
    }

    /** Whether the last of these statements of a transaction is the one waited for. */
    boolean isAt(List<String> statements) {
        return !committed && first(statements) == statements.size() - 1 - later;
    }

    /** Whether this transaction, now committed, is the one waited for. */
    boolean isCommitOf(List<String> statements) {
        return committed && first(statements) >= 0;
    }

    /** Claims one of its times; answers false when it lets this one pass or there is none left. */
    boolean spring() {
        if (passing.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
            return false;
        }
        if (left.getAndUpdate(it -> Math.max(0, it - 1)) == 0) {
            return false;
        }
        also.run();
        sprung.countDown();
        return true;
    }

    private int first(List<String> statements) {
        for (int at = 0; at < statements.size(); at++) {
            if (statements.get(at).contains(fragment)) {
                return at;
            }
        }
        return -1 - statements.size() - later;
    }
}

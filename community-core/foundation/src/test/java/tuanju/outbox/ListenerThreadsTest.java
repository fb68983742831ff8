package tuanju.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A storm of events leaves connections for those who wait for an answer. */
class ListenerThreadsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ListenerThreads listeners = new ListenerThreads();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger hearing = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();

    @AfterEach
    void end() {
        end.countDown();
        listeners.stop();
    }

    @Test
    @DisplayName("W-04 however many events come, four are heard at once, and all in the end")
    void fourAreHeardAtOnce() {
        for (int event = 0; event < 200; event++) {
            listeners.hear(UUID.randomUUID(), this::hear);
        }
        await().atMost(LONG).untilAtomic(hearing, equalTo(4));
        assertThat(heard).hasValue(0);
        end.countDown();
        await().atMost(LONG).untilAtomic(heard, equalTo(200));
        assertThat(hearing).hasValueLessThanOrEqualTo(4);
    }

    @Test
    @DisplayName("W-04 what finds no place is left to the outbox, and nobody who published waits or fails")
    void whatFindsNoPlaceIsLeftToTheOutbox() {
        for (int event = 0; event < 20_000; event++) {
            listeners.hear(UUID.randomUUID(), this::hear);
        }
        end.countDown();
        listeners.stop();
        assertThatNoException().isThrownBy(() -> listeners.hear(UUID.randomUUID(), this::hear));
    }

    @Test
    @DisplayName("W-03 what happened to one subject is heard one after the other, and others do not wait for it")
    void ofOneSubjectOneAfterTheOther() {
        var subject = UUID.randomUUID();
        var order = new CopyOnWriteArrayList<Integer>();
        listeners.hear(subject, this::hear);
        for (int event = 0; event < 50; event++) {
            int number = event;
            listeners.hear(subject, () -> order.add(number));
        }
        listeners.hear(UUID.randomUUID(), () -> order.add(-1));
        await().atMost(LONG).until(() -> order.equals(List.of(-1)));
        end.countDown();
        await().atMost(LONG).until(() -> order.size() == 51);
        assertThat(order).isSorted();
    }

    @Test
    @DisplayName("W-03 a hearing that ends badly keeps nobody who comes later from being heard")
    void whatEndsBadlyKeepsNobody() {
        var subject = UUID.randomUUID();
        end.countDown();
        listeners.hear(subject, () -> {
            throw new IllegalStateException("no ink");
        });
        await().dontCatchUncaughtExceptions().atMost(LONG).until(() -> {
            listeners.hear(subject, this::hear);
            return heard.get() > 0;
        });
    }

    private void hear() {
        hearing.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hearing.decrementAndGet();
        heard.incrementAndGet();
    }
}

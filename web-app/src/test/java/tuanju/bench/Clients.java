package tuanju.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** So many people at once, each on a thread and a connection of their own, who do what is on a list until nothing is left. */
final class Clients {

    private Clients() {}

    /** What one of them does with each thing on the list; false when they were asked to come again later. */
    interface Hand<T> extends AutoCloseable {

        boolean does(T thing);

        @Override
        default void close() {}
    }

    /** Does everything on the list and answers how fast that was. Connections are made before the clock starts. */
    static <T> Pace run(int clients, Supplier<? extends Hand<T>> hands, List<T> list) {
        var next = new AtomicInteger();
        var own = new ArrayList<Hand<T>>();
        for (int i = 0; i < clients; i++) {
            own.add(hands.get());
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var work = own.stream()
                    .map(it -> (Callable<long[]>) () -> busy(it, list, next))
                    .toList();
            long began = System.nanoTime();
            var all = new ArrayList<long[]>();
            for (var one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            var nanos = all.stream().flatMapToLong(Arrays::stream).toArray();
            return Pace.of(list.size() - nanos.length, took, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            own.forEach(Hand::close);
        }
    }

    private static <T> long[] busy(Hand<T> hand, List<T> list, AtomicInteger next) {
        var nanos = new long[list.size()];
        int done = 0;
        for (int i; (i = next.getAndIncrement()) < list.size(); ) {
            long began = System.nanoTime();
            if (hand.does(list.get(i))) {
                nanos[done++] = System.nanoTime() - began;
            }
        }
        return Arrays.copyOf(nanos, done);
    }
}

package support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets several acts begin at the same moment and collects what became of each. */
public final class Together {

    private Together() {}

    /** An act's answer, or how it was refused. */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable refusal) {

        public boolean succeeded() {
            return refusal == null;
        }
    }

    public static <T> List<Outcome<T>> run(List<Callable<T>> acts) {
        var start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await(Patience.SECONDS, TimeUnit.SECONDS);
                        return act.call();
                    }))
                    .toList();
            var outcomes = new ArrayList<Outcome<T>>();
            running.forEach(one -> outcomes.add(outcome(one)));
            return outcomes;
        }
    }

    private static <T> Outcome<T> outcome(Future<T> running) {
        try {
            return new Outcome<>(running.get(Patience.SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An act without an answer. */
    public static Callable<Boolean> act(Runnable act) {
        return () -> {
            act.run();
            return true;
        };
    }
}

package tuanju.outbox;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * The few threads that listeners hear in: however many events a storm brings, they leave connections for those who wait for an
 * answer. What finds no place in the queue, or is in it when the program ends, is in the outbox and heard later.
 */
@Slf4j
@RequiredArgsConstructor
class ListenerThreads implements AsyncConfigurer, SmartLifecycle {

    private static final int AT_ONCE = 4;
    private static final int WAITING = 10_000;
    private static final long SECONDS_TO_FINISH = 5;

    private final ObjectFactory<Publications> publications;

    private volatile ThreadPoolExecutor threads = threads();

    private static ThreadPoolExecutor threads() {
        var names = Thread.ofPlatform().name("listener-", 1).factory();
        var queue = new LinkedBlockingQueue<Runnable>(WAITING);
        return new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, queue, names, new DiscardPolicy());
    }

    @Override
    public Executor getAsyncExecutor() {
        return hearing -> threads.execute(LogMarks.carrying(hearing));
    }

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return this::failed;
    }

    private void failed(Throwable why, Method method, @Nullable Object... arguments) {
        var listener = Listeners.idOf(method);
        log.warn("{} tries again after {} at {}", listener, why.getClass().getName(), place(why));
        try {
            publications.getObject().failed(Objects.requireNonNull(arguments[0]), listener, why);
        } catch (RuntimeException e) {
            log.warn(
                    "{} tries again in half a minute: {}",
                    listener,
                    e.getClass().getName());
        }
    }

    /** Where in this program it failed. What the error itself says may name people and is not for the log. */
    private static String place(Throwable why) {
        return Arrays.stream(why.getStackTrace())
                .filter(it -> it.getClassName().startsWith("tuanju."))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("commit");
    }

    @Override
    public void start() {
        threads = threads();
    }

    @Override
    public void stop() {
        threads.getQueue().clear();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isShutdown();
    }

    /** After the web server: requests that are let finish still have something to tell. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package tuanju.outbox;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;

/** Everybody in this program who hears events after they were committed, by the name the outbox has for them. */
@Component
@RequiredArgsConstructor
class Listeners {

    private static final Map<Method, String> IDS = new ConcurrentHashMap<>();

    private final AbstractApplicationContext program;

    /** Whether everybody who listens is known: while the program starts or stops, some are missing. */
    boolean areComplete() {
        return program.isRunning();
    }

    /** The listener of this name, if this program has one and it takes such events. */
    Optional<TransactionalApplicationListener<ApplicationEvent>> named(String id, Class<?> event) {
        var type = ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, event);
        return program.getApplicationListeners().stream()
                .filter(it -> it instanceof GenericApplicationListener listener && listener.supportsEventType(type))
                .filter(TransactionalApplicationListener.class::isInstance)
                .map(Listeners::afterCommit)
                .filter(it -> it.getListenerId().equals(id))
                .findFirst();
    }

    @SuppressWarnings("unchecked") // it looks itself whether an event is one of its own
    static TransactionalApplicationListener<ApplicationEvent> afterCommit(ApplicationListener<?> listener) {
        return (TransactionalApplicationListener<ApplicationEvent>) listener;
    }

    /** The name of the listener that this method is. */
    static String idOf(Method method) {
        return IDS.computeIfAbsent(
                method,
                it -> new TransactionalApplicationListenerMethodAdapter("", it.getDeclaringClass(), it)
                        .getListenerId());
    }
}

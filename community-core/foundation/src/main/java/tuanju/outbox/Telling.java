package tuanju.outbox;

import java.util.ArrayList;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;

/** Tells what happened to whoever hears it at once, and keeps it for whoever hears it after the commit. */
@RequiredArgsConstructor
final class Telling extends SimpleApplicationEventMulticaster {

    private final ObjectFactory<Publications> publications;

    @Override
    public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
        var now = new ArrayList<ApplicationListener<?>>();
        var later = new ArrayList<TransactionalApplicationListener<ApplicationEvent>>();
        for (var listener : getApplicationListeners(event, type == null ? ResolvableType.forInstance(event) : type)) {
            if (hearsAfterCommit(listener)) {
                later.add(Listeners.afterCommit(listener));
            } else {
                now.add(listener);
            }
        }
        if (!later.isEmpty()) {
            // before what those who hear it at once announce themselves: that happened later
            var what = event instanceof PayloadApplicationEvent<?> it ? it.getPayload() : event;
            publications.getObject().keep(what, later);
        }
        now.forEach(it -> invokeListener(it, event));
    }

    private static boolean hearsAfterCommit(ApplicationListener<?> listener) {
        return listener instanceof TransactionalApplicationListener<?> it
                && it.getTransactionPhase() == TransactionPhase.AFTER_COMMIT;
    }
}

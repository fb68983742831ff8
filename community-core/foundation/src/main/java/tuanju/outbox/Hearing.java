package tuanju.outbox;

import java.util.function.BooleanSupplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * Takes an event out of the outbox inside the transaction of the listener that hears it: either it was heard and is gone, or
 * neither, whatever dies in between.
 */
class Hearing implements MethodInterceptor {

    private static final ThreadLocal<@Nullable Heard> NOW = new ThreadLocal<>();

    /** What is being heard on this thread. */
    private record Heard(String listener, BooleanSupplier taken) {}

    /**
     * Has a listener hear an event, unless it cannot be taken out for it.
     *
     * @param taken takes it out, in the listener's transaction
     */
    static void by(TransactionalApplicationListener<ApplicationEvent> listener, Object event, BooleanSupplier taken) {
        NOW.set(new Heard(listener.getListenerId(), taken));
        try {
            listener.processEvent(new PayloadApplicationEvent<>(listener, event));
        } finally {
            NOW.remove();
        }
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        return isToBeHeardBy(Listeners.idOf(call.getMethod())) ? call.proceed() : null;
    }

    /** Also where nothing is taken out: somebody calls the listener by itself. */
    private static boolean isToBeHeardBy(String listener) {
        var now = NOW.get();
        return now == null || !now.listener().equals(listener) || now.taken().getAsBoolean();
    }
}

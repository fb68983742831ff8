package tuanju.outbox;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Takes an event out of the outbox inside the transaction of the listener that hears it: either it was heard and is gone, or
 * neither, whatever dies in between.
 */
@RequiredArgsConstructor
class Hearing implements MethodInterceptor {

    private final ObjectFactory<Publications> publications;

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var listener = Listeners.idOf(call.getMethod());
        var event = Objects.requireNonNull(call.getArguments()[0]);
        return publications.getObject().take(event, listener) ? call.proceed() : null;
    }
}

package tuanju.database;

import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;

/**
 * Heeds a wish to stop also while the program starts: by itself the start, which may take minutes on a busy machine or with
 * many tables to change, would be brought to its end first, for nobody. It is given up between two parts of it, or between
 * two changes of tables, each of which is done whole or not at all.
 */
@Component
class StopWhileStarting implements BeanPostProcessor, Callback, ApplicationListener<ContextRefreshedEvent> {

    private final AtomicBoolean told = new AtomicBoolean();
    private final Thread hook = Thread.ofPlatform().name("stop-while-starting").unstarted(() -> told.set(true));

    StopWhileStarting() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For whoever tells it otherwise than by a signal. */
    void tell() {
        told.set(true);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        heed();
        return bean;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        heed();
    }

    @Override
    public String getCallbackName() {
        return "stop-while-starting";
    }

    private void heed() {
        if (told.get()) {
            throw new ToldToStop();
        }
    }

    /** From now on a stop has its own order. */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent started) {
        if (started.getApplicationContext().getParent() != null) {
            return; // the management port, which is a part of the start
        }
        told.set(false);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // it goes on to the end that has begun
        }
    }
}

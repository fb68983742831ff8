package tuanju.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** One running program with an outbox and a few who listen, small enough to start two and to end one in the middle. */
final class Instance implements AutoCloseable {

    private final AnnotationConfigApplicationContext program = new AnnotationConfigApplicationContext();

    /** Something that happened to a thing. */
    record Moved(UUID thing, String to) implements Happened {
        @Override
        public UUID subject() {
            return thing;
        }
    }

    /** Something else that happened to a thing. */
    record Painted(UUID thing, String colour) implements Happened {
        @Override
        public UUID subject() {
            return thing;
        }
    }

    /** Writes down what it hears, and does before whatever a test wants. */
    static class Diary {

        private final JdbcClient jdbc;
        private final List<Consumer<Object>> meanwhile = new CopyOnWriteArrayList<>();

        Diary(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @ApplicationModuleListener
        void on(Moved event) {
            write(event, event.thing(), event.to());
        }

        @ApplicationModuleListener
        void on(Painted event) {
            write(event, event.thing(), event.colour());
        }

        void doWhileWriting(Consumer<Object> doing) {
            meanwhile.add(doing);
        }

        void writeInPeace() {
            meanwhile.clear();
        }

        private void write(Object event, UUID thing, String what) {
            jdbc.sql("insert into diary (thing, what) values (?, ?)")
                    .params(thing, what)
                    .update();
            meanwhile.forEach(it -> it.accept(event));
        }
    }

    /** Hears of painting at once, in the transaction it happens in, and does what a test wants. */
    static class Foreman {

        private final List<Consumer<Painted>> doing = new CopyOnWriteArrayList<>();

        @EventListener
        void on(Painted event) {
            doing.forEach(it -> it.accept(event));
        }
    }

    /** Somebody else, who fails for nobody. */
    static class Counter {

        private final ConcurrentHashMap<UUID, Integer> heard = new ConcurrentHashMap<>();

        @ApplicationModuleListener
        void on(Moved event) {
            heard.merge(event.thing(), 1, Integer::sum);
        }

        int heardAbout(UUID thing) {
            return heard.getOrDefault(thing, 0);
        }
    }

    Instance(DataSource database) {
        this(database, false);
    }

    /** A program whose job looks already while it starts, if so wished. */
    Instance(DataSource database, boolean early) {
        program.registerBean(DataSource.class, () -> database);
        program.registerBean(PlatformTransactionManager.class, () -> transactions(database));
        program.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        program.register(
                OutboxConfiguration.class,
                StoredJson.class,
                OutboxEvents.class,
                OutboxRows.class,
                Rounds.class,
                ListenerThreads.class,
                Outbox.class,
                StuckEvents.class,
                Publications.class,
                Listeners.class,
                HearingAgain.class,
                Diary.class,
                Foreman.class,
                Counter.class);
        if (early) {
            program.registerBean("early", Object.class, () -> {
                hearAgain();
                return new Object();
            });
        }
        program.refresh();
    }

    private JdbcTransactionManager transactions(DataSource database) {
        var transactions = new JdbcTransactionManager(database);
        transactions.setTransactionExecutionListeners(List.of(program.getBean(TransactionExecutionListener.class)));
        return transactions;
    }

    /** What somebody does who hears of painting at once, and in the same transaction. */
    void whileTold(Consumer<Painted> doing) {
        program.getBean(Foreman.class).doing.add(doing);
    }

    /** Publishes in the current transaction. */
    void publishHere(Object event) {
        program.publishEvent(event);
    }

    /** Publishes in one transaction, as modules do. */
    void publish(Object... events) {
        new TransactionTemplate(program.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            for (var event : events) {
                program.publishEvent(event);
            }
        });
    }

    /** What the diary does in its transaction after it has written. */
    void whileWriting(Consumer<Object> doing) {
        program.getBean(Diary.class).doWhileWriting(doing);
    }

    void writeInPeace() {
        program.getBean(Diary.class).writeInPeace();
    }

    int counted(UUID thing) {
        return program.getBean(Counter.class).heardAbout(thing);
    }

    /** One round of the job that runs every two seconds. */
    void hearAgain() {
        program.getBean(HearingAgain.class).look();
    }

    OutboxEvents events() {
        return program.getBean(OutboxEvents.class);
    }

    OutboxRows rows() {
        return program.getBean(OutboxRows.class);
    }

    Outbox outbox() {
        return program.getBean(Outbox.class);
    }

    StuckEvents stuck() {
        return program.getBean(StuckEvents.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        program.close();
    }
}

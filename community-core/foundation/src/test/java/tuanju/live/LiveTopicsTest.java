package tuanju.live;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import support.TestDatabase;

/** Pages on every instance hear of what was committed, and of nothing else. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
class LiveTopicsTest {

    @Autowired
    private LiveTopics topics;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<String> heardElsewhere = new CopyOnWriteArrayList<>();
    private Ear otherInstance;

    @BeforeEach
    void startAnotherInstance() {
        var itsTopics = new LiveTopics(new Announcer(database), noStreams()) {
            @Override
            void deliver(String topic) {
                if (topic.startsWith("trouble/")) {
                    heardElsewhere.add(topic);
                    throw new IllegalStateException("a page that cannot be told");
                }
                heardElsewhere.add(topic);
            }
        };
        otherInstance = new Ear(dataSource, itsTopics);
        otherInstance.start();
        hearing();
    }

    @AfterEach
    void stopTheOtherInstance() {
        otherInstance.stop();
    }

    @Test
    void aChangeOnOneInstanceIsHeardOnAnother() {
        String topic = "team/" + UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(it -> topics.changed(topic));
        await().untilAsserted(() -> assertThat(heardElsewhere).contains(topic));
    }

    @Test
    void aStopHangsUpSoThatNothingWaitsForIt() {
        var stopping = new LiveTopics(new Announcer(database), noStreams());
        stopping.listen("team/" + UUID.randomUUID(), new MockHttpServletRequest());
        assertThat(stopping.openStreams()).isOne();
        stopping.hangUp();
        assertThat(stopping.openStreams()).isZero();
    }

    @Test
    void aChangeThatWasRolledBackIsNeverHeard() {
        String lost = "team/" + UUID.randomUUID();
        String kept = "team/" + UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(it -> {
            topics.changed(lost);
            it.setRollbackOnly();
        });
        topics.changed(kept);
        await().untilAsserted(() -> assertThat(heardElsewhere).contains(kept));
        assertThat(heardElsewhere).doesNotContain(lost);
    }

    @Test
    @DisplayName("W-01 an instance that fails over one piece of news hears the next")
    void whoeverFailsOverOneHearsTheNext() {
        var trouble = "trouble/" + UUID.randomUUID();
        topics.changed(trouble);
        await().until(() -> heardElsewhere.contains(trouble));
        hearing();
    }

    private static OpenStreams noStreams() {
        return new OpenStreams(new LiveSettings(10, 10, 10));
    }

    /** Listening begins a moment after starting: knock until it answers. */
    private void hearing() {
        String knock = "knock/" + UUID.randomUUID();
        await().until(() -> {
            topics.changed(knock);
            return heardElsewhere.contains(knock);
        });
    }
}

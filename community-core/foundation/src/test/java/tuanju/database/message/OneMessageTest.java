package tuanju.database.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import support.TestDatabase;
import tuanju.database.message.OneMessage.Alongside;

/** Statements that travel together do what they would do one by one. */
@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
@Transactional
@DisplayName("W-74 several statements in one message")
class OneMessageTest {

    private static final String WRITE = "insert into said (id, what) values (:id, :what) returning what || ';?'";
    private static final String ALSO =
            "with also as (insert into said (id, what) values (:id, :what) returning what) select what <> 'no; no' from also";

    private final UUID id = UUID.randomUUID();

    @Autowired
    OneMessage message;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTable() {
        jdbc.sql("create temporary table said (id uuid primary key, what text) on commit drop")
                .update();
    }

    @Test
    @DisplayName("run one after the other, each with its own values, whatever stands in them")
    void runOneAfterTheOther() {
        assertThat(send(also("two"), also("three"))).containsExactly("one; :what?;?");

        assertThat(said()).containsExactly("one; :what?", "two", "three");
    }

    @Test
    @DisplayName("stop where one did not do what it was to do, with what it says then")
    void stopWhereOneDidNot() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> send(also("two"), also("no; no")))
                .withMessage("no; no");
    }

    @Test
    @DisplayName("fail as one that was sent by itself")
    void failAsOneByItself() {
        var twice = new Alongside(ALSO, Map.of("id", id, "what", "twice"), IllegalStateException::new);

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> send(twice));
    }

    @Test
    @DisplayName("together have the time of one, so that the server ends before the sender stops waiting")
    void togetherHaveTheTimeOfOne() {
        jdbc.sql("set local statement_timeout = '300ms'").update();
        var slow = new Alongside(
                "select true from pg_sleep(:seconds)", Map.of("seconds", 0.2), IllegalStateException::new);

        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> message.query(
                        "select pg_sleep(:seconds)", Map.of("seconds", 0.2), (row, number) -> "slow", List.of(slow)));
    }

    @Test
    @DisplayName("leave those that come later the time they had")
    void leaveTheTimeOfOthers() {
        var before = timeout();
        send(also("two"));

        assertThat(timeout()).isEqualTo(before).isNotEqualTo("0");
    }

    private String timeout() {
        return jdbc.sql("select current_setting('statement_timeout')")
                .query(String.class)
                .single();
    }

    private List<String> send(Alongside... others) {
        return message.query(
                WRITE, Map.of("id", id, "what", "one; :what?"), (row, number) -> row.getString(1), List.of(others));
    }

    private static Alongside also(String what) {
        return new Alongside(
                ALSO, Map.of("id", UUID.randomUUID(), "what", what), () -> new IllegalStateException(what));
    }

    private List<String> said() {
        return jdbc.sql("select what from said").query(String.class).list();
    }
}

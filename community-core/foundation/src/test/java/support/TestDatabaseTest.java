package support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TestDatabaseTest {

    @Test
    @DisplayName("W-04 an event that one context leaves behind is found by no other, and each has every table")
    void noContextFindsWhatAnotherLeftBehind() {
        var one = client(new TestDatabase().testConnectionDetails());
        var other = client(new TestDatabase().testConnectionDetails());

        one.sql("""
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                values (gen_random_uuid(), 'nobody', 'java.lang.String', 'unreadable', now())
                """).update();

        assertThat(leftBehind(one)).isOne();
        assertThat(leftBehind(other)).isZero();
    }

    private static int leftBehind(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from event_publication where listener_id = 'nobody'")
                .query(Integer.class)
                .single();
    }

    private static JdbcClient client(JdbcConnectionDetails details) {
        return JdbcClient.create(
                new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
    }
}

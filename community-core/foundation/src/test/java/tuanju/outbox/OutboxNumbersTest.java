package tuanju.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import support.TestDatabase;

/** Events that were written while the program was replaced keep their place before all that happen later. */
@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class OutboxNumbersTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ClassPathResource MIGRATION =
            new ClassPathResource("db/migration/outbox/V20261129.810__one_row_for_an_event.sql");

    private final String schema = "numbers_" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    JdbcClient all;

    private DriverManagerDataSource database = new DriverManagerDataSource();
    private JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void eventsAsTheyWere() {
        all.sql("create schema " + schema).update();
        var url = Objects.requireNonNull(owner.getJdbcUrl());
        database = new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                owner.getUsername(),
                owner.getPassword());
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        create table event_publication (id uuid, listener_id text, event_type text, serialized_event text,
                            subject uuid, number bigint not null generated always as identity)
                        """).update();
    }

    @AfterEach
    void leaveNothing() {
        all.sql("drop schema " + schema + " cascade").update();
    }

    @Test
    @DisplayName("W-03 no event is numbered below one that was being written while the tables changed")
    void noneIsNumberedBelowAnEarlierOne() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var migration = transaction.execute(writing -> {
            jdbc.sql("insert into event_publication (id) select gen_random_uuid() from generate_series(1, 5)")
                    .update();
            var migrating = CompletableFuture.runAsync(this::migrate);
            await().atMost(LONG).until(this::somebodyWaits);
            return migrating;
        });
        assertThat(migration).succeedsWithin(LONG);

        jdbc.sql("insert into event_publication (id, event_type) values (gen_random_uuid(), 'next')")
                .update();
        assertThat(jdbc.sql("select number from event_publication where event_type = 'next'")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    private void migrate() {
        new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(status -> new ResourceDatabasePopulator(MIGRATION).execute(database));
    }

    private boolean somebodyWaits() {
        return all.sql("""
                        select exists (select from pg_locks
                            where not granted and relation = to_regclass(:table))
                        """)
                .param("table", schema + ".event_publication")
                .query(Boolean.class)
                .single();
    }
}

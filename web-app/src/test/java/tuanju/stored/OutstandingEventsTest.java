package tuanju.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.outbox.Outbox;
import tuanju.stored.StoredTypes.Listener;

/** Release 0.1.0 was killed before anybody heard anything: one event of each kind for each of its listeners is outstanding. */
@WebTest
class OutstandingEventsTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("W-01 F-03 everything outstanding is heard once; what cannot be read is set aside and stops nobody")
    void everythingOutstandingIsHeardOnce() throws IOException {
        var home = neighbourhoods.found(1);
        var cycle = opened(home);
        var listeners =
                StoredTypes.listeners().filter(OutstandingEventsTest::wasThere).toList();
        var readable = new ArrayList<UUID>();
        var unreadable = new ArrayList<UUID>();
        for (var listener : listeners) {
            readable.add(write(listener.id(), listener.event().getName(), old(listener, home, cycle)));
            if (readable.size() == listeners.size() / 2) {
                unreadable.add(write(listener.id(), listener.event().getName(), "{\"order\": {"));
                unreadable.add(write(listener.id(), "tuanju.order.Forgotten", "{}"));
                unreadable.add(write("tuanju.gone.Gone.on()", listener.event().getName(), "{}"));
            }
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> count(readable, "true") == 0);

        await().atMost(Duration.ofSeconds(60)).until(() -> count(unreadable, "set_aside is not null") == 3);
        assertThat(outbox.needingSomebody()).isGreaterThanOrEqualTo(3);
        assertThat(facts("sale_fact", home)).isOne();
        assertThat(facts("refund_fact", home)).isOne();
        assertThat(facts("team_fact", home)).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select topic from notification where member_id = ? and topic like 'cycle.%' order by topic")
                        .param(home.leader().value())
                        .query(String.class)
                        .list())
                .containsExactly("cycle.told.closed", "cycle.told.lapsed-leader");
        unreadable.forEach(it -> assertThat(outbox.drop(it)).isPresent());
    }

    private UUID opened(Neighbourhood home) {
        return opening.open(home.leader(), home.id(), CycleRound.eggs(home)).id();
    }

    /** What is newer that release could not leave behind. */
    private static boolean wasThere(Listener listener) {
        return stored(listener).exists();
    }

    private static ClassPathResource stored(Listener listener) {
        return new ClassPathResource("stored/0.1.0/" + listener.event().getName() + ".json");
    }

    /** As 0.1.0 wrote it, about people and places that exist. */
    private static String old(Listener listener, Neighbourhood home, UUID cycle) throws IOException {
        return stored(listener)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll(
                        "(\"community\" : \\{\\s*\"value\" : \")[^\"]+",
                        "$1" + home.id().value())
                .replaceAll(
                        "(\"member\" : \\{\\s*\"value\" : \")[^\"]+",
                        "$1" + home.member(0).value())
                .replaceAll("(\"cycle\" : \")[^\"]+", "$1" + cycle);
    }

    private UUID write(String listener, String type, String json) {
        return jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)
                        values (gen_random_uuid(), ?, ?, ?, now()) returning id
                        """).params(listener, type, json).query(UUID.class).single();
    }

    private int count(List<UUID> rows, String condition) {
        return jdbc.sql("select count(*) from event_publication where id in (:rows) and " + condition)
                .param("rows", rows)
                .query(Integer.class)
                .single();
    }

    private int facts(String table, Neighbourhood home) {
        return jdbc.sql("select count(*) from " + table + " where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
    }
}

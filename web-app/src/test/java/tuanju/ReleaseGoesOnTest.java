package tuanju;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import support.Invariants;
import support.Patience;
import tools.jackson.databind.json.JsonMapper;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.postgres.EmbeddedDatabase;

/** F-34: whoever traded with release 0.1.0 finds everything again with today's program, and goes on trading. */
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseGoesOnTest {

    private static final String OPERATOR = "13800000009";

    private final JsonMapper json = JsonMapper.shared();

    private EmbeddedPostgres server;
    private JdbcClient jdbc;
    private Map<String, List<String>> before;
    private Map<String, List<String>> after;
    private List<String> shape;
    private AutoCloseable program;
    private MockMvc door;

    @BeforeAll
    void upgrade() throws Exception {
        server = EmbeddedDatabase.throwAway();
        jdbc = JdbcClient.create(server.getPostgresDatabase());
        ReleasedData.layIn(server.getPostgresDatabase());
        before = Kept.in(jdbc);
        jdbc.sql("create role tuanju_app login").update();
        migrate("postgres");
        after = Kept.in(jdbc);
        shape = Shape.of(jdbc);
        start();
        // everybody has signed in by a code since (W-10)
        jdbc.sql("update member set phone_proven_at = now()").update();
    }

    private void migrate(String database) {
        Flyway.configure()
                .dataSource(server.getDatabase("postgres", database))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void start() {
        var url = server.getJdbcUrl("postgres", "postgres");
        var context = new SpringApplicationBuilder(TuanjuApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=tuanju_app",
                        "--spring.flyway.url=" + url,
                        "--spring.flyway.user=postgres");
        program = context;
        door = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    @AfterAll
    void stop() throws Exception {
        program.close();
        server.close();
    }

    @Test
    @DisplayName(
            "F-34 no order, pickup code, payment, refund, balance, seat, bag or event is lost or changed on the way")
    void nothingIsLost() {
        assertThat(before).allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
        assertThat(after).allSatisfy((name, rows) -> assertThat(rows).as(name).isEqualTo(before.get(name)));
    }

    @Test
    @DisplayName(
            "F-34 tables that were moved are made like tables that are new: columns, checks, keys, triggers, rights")
    void bothWaysLeadToTheSameTables() {
        jdbc.sql("create database fresh template template0").update();
        migrate("fresh");

        assertThat(shape)
                .containsExactlyElementsOf(Shape.of(JdbcClient.create(server.getDatabase("postgres", "fresh"))));
    }

    /** First: the others go on trading. */
    @Test
    @Order(1)
    @DisplayName("F-34 an old address answers, and says of goods, people and money what it said")
    void oldAddressesAnswerAsBefore() throws Exception {
        var people = new OldAnswers.People(jdbc);
        var wrong = new ArrayList<String>();
        for (var old : OldAnswers.all()) {
            var answer =
                    ask(get(old.path()).accept(old.accepts()), people.memberId(old.who()), OPERATOR.equals(old.who()));
            // a step of signing in leads to the first one
            if (answer.getStatus() >= 400) {
                wrong.add(answer.getStatus() + " at " + old.path());
            } else if (old.body() != null) {
                wrong.addAll(old.lostIn(json.readTree(answer.getContentAsByteArray())));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName(
            "F-34 what was on its way arrives: money at its buyer, events at their listeners; and every check holds")
    void whatWasOnItsWayArrives() {
        jdbc.sql("update refund set next_try_at = now() where status <> 'DONE'").update();
        Patience.await().untilAsserted(() -> {
            assertThat(count("outbox_outstanding")).isZero();
            assertThat(count("refund where status <> 'DONE'")).isZero();
        });
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("F-34 an open team takes one more, and an old pickup code hands a bag over")
    void peopleGoOnTrading() throws Exception {
        var team = jdbc.sql("select code from team where status = 'OPEN' and seats_taken < size order by code limit 1")
                .query(String.class)
                .single();
        var newcomer = jdbc.sql("""
                        select m.id from member m where m.phone like '138000001%' and not exists (
                            select from seat s join team t on t.id = s.team_id where s.member_id = m.id
                                and s.offer_id = (select offer_id from team where code = ?))
                        order by m.phone limit 1
                        """).param(team).query(UUID.class).single();
        var point = jdbc.sql("select id from pickup_point").query(UUID.class).single();
        var wish = json.writeValueAsString(Map.of("quantity", 1, "whenFull", "OPEN_NEW", "pickupPoint", point));

        var joined = ask(write("/api/v1/teams/" + team + "/seats", wish), newcomer, false);

        assertThat(joined.getStatus()).as(joined.getContentAsString()).isEqualTo(201);
        var bag = jdbc.sql("""
                select o.pickup_code, c.code, c.leader_id from orders o
                    join cycle_reservation r on r.order_id = o.id join order_cycle c on c.id = r.cycle_id
                where c.status = 'HANDING_OVER' and o.status = 'CONFIRMED' and o.buyer_id is not null
                order by o.code limit 1
                """).query().singleRow();
        var code = json.writeValueAsString(Map.of("pickupCode", bag.get("pickup_code")));
        var handed = ask(
                write("/api/v1/cycles/" + bag.get("code") + "/handovers", code), (UUID) bag.get("leader_id"), false);
        assertThat(handed.getStatus()).as(handed.getContentAsString()).isEqualTo(201);
        Invariants.check(jdbc);
    }

    private static MockHttpServletRequestBuilder write(String path, String body) {
        return post(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, UUID who, boolean operator)
            throws Exception {
        return door.perform(as(request, who, operator)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, UUID who, boolean operator) {
        if (who.equals(OldAnswers.NOBODY)) {
            return request;
        }
        var me = new SignedIn(new MemberId(who), "somebody", operator);
        return request.with(authentication(new UsernamePasswordAuthenticationToken(me, null, List.of())));
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}

package tuanju.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.invariant.InvariantWatch;
import tuanju.invariant.MoneyHalt;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.operator.Desk;
import tuanju.outbox.Outbox;
import tuanju.outbox.StuckEvents;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("What operators do on the page about the program, their programs do too")
class ProgramApiTest {

    private static final String BALANCES = "I-L3 Every cached balance is the sum of its entries";
    private static final String NOBODY = "tuanju.insight.NobodyByRest.on(tuanju.order.OrderPaid)";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    Operators operators;

    @Autowired
    InvariantWatch watch;

    @Autowired
    MoneyHalt halt;

    @Autowired
    StuckEvents stuck;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private Desk desk;
    private long offBy;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(1));
        till.pay(
                home,
                home.member(0),
                opening.buyAlone(home.member(0), home.offer(), home.one()).code());
        watch.look(BALANCES);
    }

    @AfterEach
    void putRight() {
        balanceIsOffBy(-offBy);
        watch.look(BALANCES);
        jdbc.sql("delete from event_publication where listener_id = ?")
                .param(NOBODY)
                .update();
    }

    @Test
    @DisplayName("a broken claim stops money until an operator says why it leaves; without a reason it does not")
    void moneyGoesOnWithAReason() {
        balanceIsOffBy(3);
        assertThat(desk.post("/claims/looks", wanted(BALANCES, null)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.holdsMoney")
                .isEqualTo(true);
        assertThat(desk.get("/claims")).bodyJson().extractingPath("$[0].claim").isEqualTo(BALANCES);
        assertThat(desk.post("/claims/releases", wanted(BALANCES, " ")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("reason");
        assertThat(halt.isOn()).isTrue();

        assertThat(desk.post("/claims/releases", wanted(BALANCES, "已和银行核对")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.moneyLeaves")
                .isEqualTo(true);
        assertThat(halt.isOn()).isFalse();
        assertThat(desk.page("/program")).bodyText().contains("已和银行核对").doesNotContain("退款已暂停");
        assertThat(trail.about("invariant I-L3", 1))
                .singleElement()
                .satisfies(it -> assertThat(it.actor()).isEqualTo(home.member(1).value()));
        assertThat(desk.post("/claims/releases", wanted("I-L2 All balances together are zero", "没有问题")))
                .as("holds no money back")
                .hasStatus(404);
    }

    @Test
    @DisplayName("what is no claim is not said to hold, neither here nor on the page")
    void whatIsNoClaim() {
        assertThat(desk.post("/claims/looks", wanted("I-X9 Nobody ever lies", null)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/operate/program/looks")
                        .param("claim", "I-X9 Nobody ever lies")
                        .with(csrf())
                        .with(Visitor.signedIn(new SignedIn(home.member(1), "运营", true))))
                .hasStatus(404);
    }

    @Test
    @DisplayName("stuck events are listed by kind, set aside, tried again and given up, all at once and one by one")
    void stuckEvents() {
        for (int i = 0; i < 3; i++) {
            fails();
        }
        var failing = kind();
        assertThat(desk.get("/stuck-events"))
                .bodyJson()
                .extractingPath("$[?(@.id == '%s')].many".formatted(failing))
                .asArray()
                .containsExactly(3);
        var listed = desk.get("/stuck-events/" + failing);
        assertThat(listed).bodyJson().extractingPath("$.items.length()").isEqualTo(3);
        assertThat(desk.delete("/stuck-events/" + failing)).as("still tried").hasStatus(404);
        assertThat(desk.put("/stuck-events/" + failing + "/rest", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.many")
                .isEqualTo(3);
        assertThat(desk.page("/program/kinds/" + kind())).bodyText().contains("共 3 件");

        String one = ApiClient.read(listed, "$.items[0].id");
        assertThat(desk.delete("/events/" + one)).hasStatus(204);
        assertThat(desk.delete("/events/" + one)).hasStatus(404);
        String two = ApiClient.read(listed, "$.items[1].id");
        assertThat(desk.post("/events/" + two + "/tries", "")).hasStatus(204);
        assertThat(trail.about("event " + two, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.action()).isEqualTo("event.tried"));
        assertThat(desk.post("/events/" + UUID.randomUUID() + "/tries", "")).hasStatus(404);
    }

    @Test
    @DisplayName("all of a kind that was set aside is tried again, or given up for good")
    void allOfAKind() {
        fails();
        desk.put("/stuck-events/" + kind() + "/rest", "");
        assertThat(desk.post("/stuck-events/" + kind() + "/tries", "")).hasStatusOk();
        assertThat(stuck.kinds())
                .noneMatch(it -> it.listener().equals(NOBODY) && it.setAside() == Outbox.Reason.BY_HAND);
        fails();
        desk.put("/stuck-events/" + kind() + "/rest", "");
        var aside = kind();
        assertThat(desk.delete("/stuck-events/" + aside)).hasStatusOk();
        assertThat(stuck.kind(aside)).isEmpty();
        assertThat(desk.post("/stuck-events/" + aside + "/tries", "")).hasStatus(404);
    }

    private static String wanted(String claim, @Nullable String reason) {
        return reason == null
                ? "{\"claim\":\"%s\"}".formatted(claim)
                : "{\"claim\":\"%s\",\"reason\":\"%s\"}".formatted(claim, reason);
    }

    private void balanceIsOffBy(long fen) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("""
                            update ledger_account set balance_fen = balance_fen + ?
                            where owner = ? and kind = 'CUSTOMER_FUNDS'
                            """).params(fen, home.id().value()).update();
        });
        offBy += fen;
    }

    /** Not due for an hour, so that nobody tries it while the test looks. */
    private void fails() {
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            subject, failures, tried_at, last_error, due_at)
                        values (gen_random_uuid(), ?, 'tuanju.order.OrderPaid', '{', now(), gen_random_uuid(), 7, now(),
                            'java.io.IOException', now() + interval '1 hour')
                        """).param(NOBODY).update();
    }

    private UUID kind() {
        return stuck.kinds().stream()
                .filter(it -> it.listener().equals(NOBODY))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

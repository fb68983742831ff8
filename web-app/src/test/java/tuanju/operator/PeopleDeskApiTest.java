package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Residents;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("What operators do on pages with leaders, exceptions and closed accounts, their programs do too")
class PeopleDeskApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Residents residents;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private Desk desk;

    @BeforeEach
    void operatorsOfACommunity() {
        home = neighbourhoods.found(2, 2);
        operators.appoint(home.member(0));
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(0));
    }

    @Test
    @DisplayName("leading ends with a reason from the next request on; without one it goes on")
    void leadingEnds() {
        var here = "/communities/" + home.card().shortCode();
        var path = here + "/leaders/" + home.leader().value() + "/revocation";
        assertThat(desk.get("/leaders"))
                .bodyJson()
                .extractingPath("$.items[0].community")
                .isEqualTo(home.card().shortCode());
        refuses(desk.put(path, "{\"reason\":\" \"}"), "reason");
        assertThat(visit("/lead", home.leader())).hasStatusOk();
        assertThat(desk.put(path, "{\"reason\":\"搬走了\"}")).hasStatus(204);
        assertThat(visit("/lead", home.leader())).as("may ask to lead again").hasRedirectedUrl("/lead/apply");
        assertThat(desk.page(here))
                .bodyText()
                .doesNotContain(home.leader().value().toString());
        assertThat(desk.put(path, "{\"reason\":\"搬走了\"}")).as("once").hasStatus(404);
    }

    @Test
    @DisplayName("an exception is settled once, in words, and stands among the settled ones")
    void exceptions() {
        var id = exception();
        var path = "/exceptions/" + home.id().value() + "/" + id + "/settlement";
        assertThat(desk.get("/exceptions"))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(id.toString());
        refuses(desk.put(path, "{\"note\":\" \"}"), "note");
        assertThat(desk.put(path, "{\"note\":\"已从银行退回\"}")).hasStatus(204);
        assertThat(desk.page("/exceptions?state=settled")).bodyText().contains("已从银行退回");
        assertThat(desk.get("/exceptions?waiting=false"))
                .bodyJson()
                .extractingPath("$.items[0].settlement")
                .isEqualTo("已从银行退回");
        assertThat(desk.put(path, "{\"note\":\"再来一次\"}")).as("once").hasStatus(404);
    }

    @Test
    @DisplayName("daily bills are seen day by day, with what of them differs")
    void bills() {
        jdbc.sql("""
            insert into payment_bill (provider, day, differences)
                select 'nobody', date '2001-01-01' + n, 0 from generate_series(1, 61) n on conflict do nothing
            """).update();
        jdbc.sql("insert into payment_bill (provider, day, differences) values ('nobody', '2001-03-04', 2)")
                .update();
        jdbc.sql("""
            insert into payment_bill_line (provider, day, number, kind, code, transaction, amount_fen, at)
            values ('nobody', '2001-03-04', 0, 'PAYMENT', 'P', 'T', 3990, '2001-03-04 04:00:00Z')
            """).update();

        var before = desk.get("/bills?before=2001-03-05");
        assertThat(before).bodyJson().extractingPath("$.items[0].day").isEqualTo("2001-03-04");
        assertThat(before).bodyJson().extractingPath("$.items[0].paymentsFen").isEqualTo(3990);
        assertThat(before).bodyJson().extractingPath("$.items[0].differences").isEqualTo(2);
        assertThat(before).bodyJson().extractingPath("$.items.length()").isEqualTo(60);
        String next = ApiClient.read(before, "$.next");
        assertThat(ApiClient.<String>read(desk.get("/bills?before=" + next), "$.items[0].day"))
                .isLessThan(next);
        assertThat(desk.page("/bills?before=2001-03-05")).bodyText().contains("2001-03-04", "39.90", "2 处不同");
        assertThat(desk.get("/bills?before=yesterday")).hasStatus(400);
    }

    @Test
    @DisplayName("a page of exceptions ends where the next one begins")
    void pagesOfExceptions() {
        for (int i = 0; i < 51; i++) {
            exception();
        }
        var first = desk.get("/exceptions");
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(50);
        String next = ApiClient.read(first, "$.next");
        String shown = ApiClient.read(desk.get("/exceptions?after=" + next), "$.items[0].id");
        assertThat(ApiClient.body(first)).contains(next).doesNotContain(shown);
    }

    @Test
    @DisplayName("a closed account goes back by two operators' words, from one who is sure and says why")
    void closedAccounts() {
        var phone = Residents.anyPhone();
        var former = residents.settle(phone, "老主人");
        jdbc.sql("update member set parked_at = now(), last_signed_in_at = now() - interval '400 days' where id = ?")
                .param(former.value())
                .update();
        residents.settle(phone, "新开的");
        var path = "/accounts/" + former.value() + "/return";
        assertThat(desk.get("/accounts?q=" + phone.substring(7)))
                .bodyJson()
                .extractingPath("$.items[?(@.account == '%s')].name".formatted(former.value()))
                .asArray()
                .containsExactly("老主人");
        refuses(desk.post(path, wanted(phone, "出示了旧订单", false)), "sure");
        refuses(desk.post(path, wanted(phone, " ", true)), "reason");
        refuses(desk.post(path, wanted("12", "出示了旧订单", true)), "phone");
        var proposed = desk.post(path, wanted(phone, "出示了旧订单", true));
        assertThat(proposed).hasStatus(202);
        assertThat(residents.accountOf(phone)).isNotEqualTo(former.value());
        assertThat(desk.post(path, wanted(phone, "出示了旧订单", true))).hasStatus(409);
        assertThat(say(ApiClient.read(proposed, "$.secondWord"))).hasStatus(204);
        assertThat(residents.accountOf(phone)).isEqualTo(former.value());
        assertThat(desk.post("/accounts/" + UUID.randomUUID() + "/return", wanted(phone, "出示了旧订单", true)))
                .hasStatus(404);
    }

    private static String wanted(String phone, String reason, boolean sure) {
        return "{\"phone\":\"%s\",\"reason\":\"%s\",\"sure\":%s}".formatted(phone, reason, sure);
    }

    private UUID exception() {
        return jdbc.sql("""
                        insert into exception_case (community_id, id, kind, provider, reference, amount_fen, detail)
                        values (?, ?, 'UNKNOWN_PAYMENT', 'sandbox', ?, 100, 'nobody''s') returning id
                        """)
                .params(home.id().value(), UUID.randomUUID(), UUID.randomUUID().toString())
                .query(UUID.class)
                .single();
    }

    private MvcTestResult say(String word) {
        return mvc.put()
                .uri("/api/v1/second-words/" + word + "/decision")
                .contentType("application/json")
                .content("{\"confirmed\":true}")
                .with(Visitor.signedIn(new SignedIn(home.member(1), "运营", true)))
                .exchange();
    }

    private MvcTestResult visit(String path, MemberId who) {
        return mvc.get()
                .uri(path)
                .with(Visitor.signedIn(new SignedIn(who, "小李", false)))
                .exchange();
    }

    private static void refuses(MvcTestResult answer, String field) {
        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }
}

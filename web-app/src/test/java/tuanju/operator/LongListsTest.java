package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.member.Members;
import tuanju.member.operators.Operators;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName(
        "Teams, refunds and members are looked through in long tables, the same on a page, in a file and over REST")
class LongListsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    Members members;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private Desk desk;

    @BeforeEach
    void anOperator() {
        home = neighbourhoods.found(4, 2);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
    }

    @Test
    @DisplayName(
            "every team once, page by page; the total is the sum of its rows, and a number opens the orders behind it")
    void teams() {
        var seat = opening.open(home.member(1), home.offer(), home.one());
        till.pay(home, home.member(1), seat.order().code());
        copies(120);
        for (var sort : List.of("-opened", "opened")) {
            var all = column("teams" + here("&sort=" + sort), "team");
            assertThat(all).as(sort).hasSize(121).doesNotHaveDuplicates();
        }
        assertThat(column("teams" + here("&state=LAPSED"), "team")).hasSize(120);
        assertThat(column("teams" + here("&state=OPEN"), "team")).hasSize(1);
        assertThat(column("teams?q=" + home.offer(), "team")).hasSize(121);
        var open = text(desk.get("/tables/teams" + here("&state=OPEN")));
        assertThat(JsonPath.<Integer>read(open, "$.total.amount")).isEqualTo((int) TeamNeighbourhoods.TEAM_FEN);
        assertThat(JsonPath.<Integer>read(open, "$.items[0].paid.value")).isEqualTo(1);
        String orders = JsonPath.read(open, "$.items[0].paid.link");
        assertThat(text(desk.page(orders.substring("/operate".length()))))
                .contains(seat.order().code().value());
        assertThat(text(desk.page("/teams.csv" + here(""))).lines()).hasSize(122);
    }

    @Test
    @DisplayName("refunds by state, community and day, with what they come to")
    void refunds() {
        var seat = opening.open(home.member(1), home.offer(), home.one());
        till.pay(home, home.member(1), seat.order().code());
        jdbc.sql("""
                        insert into refund (community_id, id, code, payment_id, order_id, provider, amount_fen, reason, request_key,
                            next_try_at)
                        select p.community_id, uuidv7(), 'RT' || upper(left(md5(p.id::text || i), 12)), p.id, p.order_id,
                            p.provider, 10, 'left-before-forming', 'k' || i, now() + interval '1 day'
                        from payment p, generate_series(1, 60) i where p.community_id = ?
                        """).param(home.id().value()).update();
        try {
            var all = column("refunds" + here(""), "refund");
            assertThat(all).hasSize(60).doesNotHaveDuplicates();
            var first = text(desk.get("/tables/refunds" + here("&state=OPEN")));
            assertThat(JsonPath.<Integer>read(first, "$.total.amount")).isEqualTo(600);
            assertThat(column("refunds" + here("&state=DONE"), "refund")).isEmpty();
            assertThat(column("refunds?q=" + all.getFirst(), "refund")).containsExactly(all.getFirst());
            assertThat(column("refunds" + here("&to=2020-01-01"), "refund")).isEmpty();
            for (var wrong : List.of("state=GONE", "provider=x", "sort=amount", "after=x", "from=x", "q=a&q=b")) {
                assertThat(desk.get("/tables/refunds?" + wrong)).as(wrong).hasStatus(400);
            }
            assertThat(desk.get("/tables/refunds?community=ZZ")).hasStatus(404);
            assertThat(desk.get("/tables/nothing")).hasStatus(404);
        } finally {
            jdbc.sql("delete from refund where community_id = ?")
                    .param(home.id().value())
                    .update();
        }
    }

    @Test
    @DisplayName("members by a part of their name, the end of their phone, their account and a community")
    void members() {
        jdbc.sql("update member set name = '欧阳' || right(phone, 4) where id = ?")
                .param(home.member(2).value())
                .update();
        var card = members.card(home.member(2));
        var last = card.maskedPhone().substring(card.maskedPhone().length() - 4);

        assertThat(column("members?q=" + last, "member")).contains(card.name());
        assertThat(column("members?q=欧阳" + last, "member")).containsOnly(card.name());
        assertThat(column("members?state=OPERATOR&q=" + lastOf(0), "member"))
                .contains(members.card(home.member(0)).name());
        assertThat(column("members?state=CLOSED&q=" + lastOf(0), "member")).isEmpty();
        var leader = members.card(home.leader()).name();
        assertThat(column("members" + here(""), "member")).contains(leader).doesNotContain(card.name());
        assertThat(text(desk.page("/members?q=" + last)))
                .contains("/operate/members/" + home.member(2).value());
    }

    @Test
    @DisplayName("a phone is shown once, to whoever says why, and is on record")
    void aPhoneIsShownOnce() {
        var file = "/members/" + home.member(2).value();
        var digits = members.provenPhone(home.member(2)).orElseThrow().digits();
        assertThat(text(desk.page(file))).contains("查看手机号").doesNotContain(digits);
        assertThat(desk.submit(file + "/reveals", Map.of("reason", " ")))
                .hasStatus(400)
                .bodyText()
                .contains("reason-error")
                .doesNotContain(digits);
        assertThat(desk.submit(file + "/reveals", Map.of("reason", "约好回电话")))
                .hasRedirectedUrl("/operate" + file)
                .flash()
                .containsEntry("phone", digits);
        assertThat(text(desk.put(file + "/reveal", "{\"reason\":\"约好回电话\"}"))).contains(digits);
        assertThat(text(desk.page(file))).contains("约好回电话", "查看完整电话").doesNotContain(digits);
        assertThat(text(desk.get(file))).contains("phone.revealed").doesNotContain(digits);
        assertThat(desk.put(file + "/reveal", "{\"reason\":\"\"}")).hasStatus(400);
    }

    /** Teams like the first that found nobody, each opened a minute earlier. */
    private void copies(int number) {
        jdbc.sql("""
                        insert into team select (jsonb_populate_record(null::team, to_jsonb(o) || jsonb_build_object(
                            'id', gen_random_uuid(), 'code', :code || lpad(n::text, 10, '0'), 'status', 'LAPSED',
                            'seats_taken', 0, 'seats_paid', 0, 'ended_at', now(),
                            'opened_at', o.opened_at - n * interval '1 minute'))).*
                        from (select * from team where community_id = :home) o, generate_series(1, :number) n
                        """)
                .param("code", home.card().shortCode())
                .param("home", home.id().value())
                .param("number", number)
                .update();
    }

    private String lastOf(int member) {
        var masked = members.card(home.member(member)).maskedPhone();
        return masked.substring(masked.length() - 4);
    }

    private String here(String filter) {
        return "?community=" + home.card().shortCode() + filter;
    }

    private List<String> column(String query, String column) {
        var found = new ArrayList<String>();
        @Nullable String after = "";
        while (after != null) {
            var page = text(desk.get("/tables/" + query + (after.isEmpty() ? "" : "&after=" + after)));
            found.addAll(JsonPath.<List<String>>read(page, "$.items[*]." + column + ".value"));
            after = JsonPath.read(page, "$.next");
        }
        return found;
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

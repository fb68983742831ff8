package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.money.Money;

@WebTest
@DisplayName("W-51 an order is changed on the cycle's page, the difference said before it is saved")
class ChangingAnOrderTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private String eggs = "";
    private String milk = "";
    private Code order;

    @BeforeEach
    void orderTwoBoxesOfEggs() {
        home = neighbourhoods.found(2);
        var now = Instant.now();
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周五团",
                        List.of(item("鸡蛋", "30"), item("牛奶", "8")),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofHours(3)),
                        PickupPlace.of(home.point()),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30))));
        var products = cycles.products(cycle);
        eggs = products.getFirst().id().toString();
        milk = products.getLast().id().toString();
        var wish = new CycleOrdering.Wish(Map.of(products.getFirst().id(), 2), Door.of("86", "801"), "");
        order = ordering.order(home.member(0), cycle.code(), wish).code();
        till.pay(home, home.member(0), order);
    }

    @Test
    void isSaidFirstAndSavedOnlyWhenItWasSaid() {
        var first = change("keep-" + eggs, "1", "keep-" + milk, "3");

        assertThat(first).startsWith("/c/" + cycle.code() + "?change=" + order).endsWith("#price");
        assertThat(pieces(order)).isEqualTo(2);
        assertThat(seen(first)).contains("退 ¥30.00，另付 ¥24.00", "name=\"agreed\" value=\"3000-2400+\"", "保存");

        assertThat(change("keep-" + eggs, "1", "keep-" + milk, "3", "agreed", "3000-2400+"))
                .doesNotStartWith("/c/");
        assertThat(pieces(order)).isEqualTo(1);
        assertThat(added()).containsExactly("牛奶 3 at 86-801");
        assertThat(seen("/orders/" + order)).contains("付了 ¥60.00，退 ¥30.00，实际花 ¥30.00");
    }

    @Test
    void anotherDifferenceThanWasSaidChangesNothing() {
        assertThat(change("keep-" + eggs, "1", "keep-" + milk, "1", "agreed", "3000-700+"))
                .contains("?change=" + order);

        assertThat(pieces(order)).isEqualTo(2);
        assertThat(added()).isEmpty();
    }

    @Test
    void whereNothingMoreIsLeftNothingIsGivenAwayEither() {
        jdbc.sql("update cycle_product set quantity_limit = 2 where id = ?")
                .param(UUID.fromString(milk))
                .update();

        assertThat(change("keep-" + eggs, "0", "keep-" + milk, "3", "agreed", "6000-2400+!"))
                .contains("?change=" + order);

        assertThat(pieces(order)).isEqualTo(2);
        assertThat(added()).isEmpty();
    }

    @Test
    void noneOfAnythingLeavesTheCycle() {
        assertThat(seen(change("keep-" + eggs, "0"))).contains("退出，¥60.00 原路退回");

        assertThat(change("keep-" + eggs, "0", "agreed", "6000-0!")).isEqualTo("/c/" + cycle.code());
        assertThat(jdbc.sql("select status from orders where code = ?")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .isEqualTo("REFUNDED");
    }

    @Test
    void thePageOfAChangeHasTheSameSteppersAndOneButton() {
        var page = seen("/c/" + cycle.code() + "?change=" + order);

        assertThat(page)
                .contains("name=\"keep-" + eggs + "\"", "value=\"2\"", "name=\"keep-" + milk + "\"", "没有变", "保存")
                .doesNotContain("下单付款", "name=\"building\"");
    }

    private static CyclePlan.Item item(String name, String yuan) {
        return new CyclePlan.Item(null, name, "1份", null, Money.ofYuan(yuan), null);
    }

    private String change(String... fields) {
        var form = mvc.post()
                .uri("/c/" + cycle.code() + "/orders/" + order + "/changes")
                .param("commandKey", UUID.randomUUID().toString())
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .with(buyer());
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        var answer = form.exchange();
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private int pieces(Code of) {
        return jdbc.sql("""
                        select sum(l.quantity) from order_line l
                        join orders o on o.community_id = l.community_id and o.id = l.order_id where o.code = ?
                        """).param(of.value()).query(Integer.class).single();
    }

    private List<String> added() {
        return jdbc.sql("""
                        select l.product_name || ' ' || l.quantity || ' at ' || o.address_building || '-' || o.address_room from order_line l
                        join orders o on o.community_id = l.community_id and o.id = l.order_id
                        where o.buyer_id = ? and o.code <> ?
                        """)
                .params(home.member(0).value(), order.value())
                .query(String.class)
                .list();
    }

    private RequestPostProcessor buyer() {
        return authentication(
                new UsernamePasswordAuthenticationToken(new SignedIn(home.member(0), "小李", false), null, List.of()));
    }

    private String seen(String path) {
        int anchor = path.indexOf('#');
        var answer = mvc.get()
                .uri(anchor < 0 ? path : path.substring(0, anchor))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(buyer())
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

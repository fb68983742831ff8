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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import support.Till;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** A cycle's pages in every phase of its life, as a stranger, a member with an order, and its leader see them. */
@WebTest
class CyclePageTest {

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

    @Autowired
    Statements statements;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void openWithEverything() {
        home = neighbourhoods.found(3);
        var now = Instant.now();
        var strawberries = new CyclePlan.Item(
                null,
                "草莓",
                "1斤",
                null,
                Money.ofYuan("25"),
                null,
                new ProductTerms(4, new Minimum(Minimum.Kind.CASES, 1)));
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周三水果 第9期",
                        List.of(strawberries),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofHours(3)),
                        PickupPlace.of(home.point()),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30)),
                        new CycleTerms(new Minimum(Minimum.Kind.MONEY, 300_00), now.plus(Duration.ofHours(5)))));
        till.pay(home, home.member(0), order(0));
        order(1);
    }

    @Test
    void saysHowFarItIsToTheMinimumAndTheNextCase() {
        assertThat(seen("/c/" + cycle.code(), null)).contains("¥0 / ¥300", "还差 ¥300", "再来 1 份，下一箱就满", "每箱 4 份");
        assertThat(seen("/c/" + cycle.code() + "/progress", null)).contains("再来 1 份，下一箱就满");
    }

    @Test
    void saysWhatNeighboursHavePaidForAndNothingMore() {
        var page = seen("/c/" + cycle.code(), null);

        assertThat(page).contains("已有 1 单付了款，共 2 份", "1 单订了 2 份");
        assertThat(seen("/c/" + cycle.code() + "/progress", null)).contains("已有 1 单付了款，共 2 份");
    }

    @Test
    void costsNoStatementMoreWhereSixtyAreSold() {
        var sixty = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "六十样",
                        IntStream.range(0, 60)
                                .mapToObj(it -> new CyclePlan.Item(
                                        null, "青菜" + it, "1斤", null, Money.ofYuan("5"), null, ProductTerms.LOOSE))
                                .toList(),
                        Instant.now().minus(Duration.ofDays(1)),
                        Instant.now().plus(Duration.ofHours(3)),
                        PickupPlace.of(home.point()),
                        Instant.now().plus(Duration.ofHours(20)),
                        Instant.now().plus(Duration.ofHours(30))));
        seen("/c/" + sixty.code(), home.member(2));

        var one = statements.ofThisThread(() -> seen("/c/" + cycle.code(), home.member(2)));
        var many = statements.ofThisThread(() -> seen("/c/" + sixty.code(), home.member(2)));

        System.out.println(
                "cycle page: " + one.size() + " statements with 1 of the goods, " + many.size() + " with 60");
        assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void reckonsWhatIsChosenWhileOneChooses() {
        var product = cycles.products(cycle).getFirst().id();
        var chosen = "/c/" + cycle.code() + "/price?quantity-" + product + "=";

        assertThat(seen(chosen + "3", home.member(2))).contains("data-pay=\"7500\"", "¥75.00");
        assertThat(seen(chosen + "0", home.member(2))).doesNotContain("data-pay", "¥");
    }

    @Test
    void aSumThatWasSaidOfThisBasketIsAskedOrNothingIs() {
        var product = cycles.products(cycle).getFirst().id();
        var said = seen("/c/" + cycle.code() + "/price?quantity-" + product + "=1", home.member(2));
        var begin = "name=\"payable\" value=\"";
        var payable = said.substring(said.indexOf(begin) + begin.length()).split("\"", 2)[0];
        jdbc.sql("update cycle_product set price_fen = 2600 where id = ?")
                .param(product)
                .update();

        assertThat(sent(product.toString(), "1", payable)).hasStatus(409);
        assertThat(sent(product.toString(), "2", payable))
                .as("a sum of another basket says nothing of this one")
                .hasStatus(302);
    }

    private MvcTestResult sent(String product, String pieces, String payable) {
        return mvc.post()
                .uri("/c/" + cycle.code() + "/orders")
                .param("commandKey", UUID.randomUUID().toString())
                .param("quantity-" + product, pieces)
                .param("building", "86")
                .param("room", "802")
                .param("provider", "offline")
                .param("payable", payable)
                .with(csrf())
                .with(signedIn(home.member(2)))
                .exchange();
    }

    @Test
    void oneButtonOrdersAndGoesOnToPay() {
        var product = cycles.products(cycle).getFirst().id();

        var sent = mvc.post()
                .uri("/c/" + cycle.code() + "/orders")
                .param("commandKey", UUID.randomUUID().toString())
                .param("quantity-" + product, "1")
                .param("building", "86")
                .param("room", "802")
                .with(csrf())
                .with(signedIn(home.member(2)))
                .exchange();

        assertThat(sent).hasStatus(302);
        assertThat(sent.getResponse().getRedirectedUrl()).doesNotStartWith("/orders/");
    }

    @Test
    void showsAMemberTheirOwnOrderAndHowToTakeFewer() {
        var page = seen("/c/" + cycle.code(), home.member(0));

        assertThat(page).contains("我的接龙", "× 2，最多 3", "改一改，或者退出");
        assertThat(seen("/c/" + cycle.code(), home.member(2))).doesNotContain("我的接龙");
    }

    @Test
    void aBuyersOrderSaysWhichDoorItIsFor() {
        var order = jdbc.sql("select code from orders where buyer_id = ?")
                .param(home.member(0).value())
                .query(String.class)
                .single();
        assertThat(seen("/orders/" + order, home.member(0))).contains("· 86-800");
    }

    @Test
    void hasAPageInEveryPhase() {
        phase("cut_off = now() - interval '1 minute'", "已下单的邻居还有一刻钟付款", "取消，全部退款");
        phase("decide_by = now() + interval '1 hour'", "还没到起送量", "延长一天");
        phase("decide_by = null, status = 'BOXFILL'", "拼箱中", "谁来凑满这一箱");
        phase("status = 'CLOSED', closed_at = now()", "这个接龙不接新单了", "已向供货商下单");
        phase("status = 'ORDERED'", "这个接龙不接新单了", "货到了");
        phase("status = 'ARRIVED'", "这个接龙不接新单了", "开始发货");
        phase("status = 'HANDING_OVER'", "这个接龙不接新单了", "去发货");
        phase("status = 'DONE'", "这个接龙不接新单了", "再开一期");
    }

    @Test
    void saysThatEverybodyGetsTheirMoneyBackWhenItLapses() {
        phase("status = 'LAPSED', lapsed_at = now()", "付过的钱都原路退回", "未成，全部退款");
        assertThat(seen("/c/" + cycle.code(), null)).doesNotContain("单付了款", "还没有人下单");
    }

    @Test
    void offersTheSameOnceMoreAWeekOn() {
        assertThat(seen("/lead/cycles/" + cycle.code() + "/next", home.leader()))
                .contains("周三水果 第10期", "value=\"300.00\"", "草莓");
    }

    private void phase(String change, String toMembers, String toItsLeader) {
        jdbc.sql("update order_cycle set " + change + " where community_id = ? and id = ?")
                .params(home.id().value(), cycle.id())
                .update();
        assertThat(seen("/c/" + cycle.code(), home.member(0))).contains(toMembers);
        assertThat(seen("/lead/cycles/" + cycle.code(), home.leader())).contains(toItsLeader);
        assertThat(seen("/lead", home.leader())).isNotEmpty();
    }

    private Code order(int member) {
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, 2), Map.of(product, 3), Door.of("86", "80" + member), "");
        return ordering.order(home.member(member), cycle.code(), wish).code();
    }

    private static RequestPostProcessor signedIn(MemberId me) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    private String seen(String path, @Nullable MemberId me) {
        var request = mvc.get().uri(path).locale(Locale.SIMPLIFIED_CHINESE);
        if (me != null) {
            request.with(signedIn(me));
        }
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

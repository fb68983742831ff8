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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import tuanju.member.Household;
import tuanju.member.Members;
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

    @Autowired
    Members members;

    private Neighbourhood home;
    private @Nullable Object complaint;
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
        var said = seen(first);
        assertThat(said).contains("退 ¥30.00，另付 ¥24.00", "保存");

        assertThat(change("keep-" + eggs, "1", "keep-" + milk, "3", "agreed", agreed(said)))
                .doesNotStartWith("/c/");
        assertThat(pieces(order)).isEqualTo(1);
        assertThat(added()).containsExactly("牛奶 3 at 86-801");
        assertThat(seen("/orders/" + order)).contains("付了 ¥60.00，退 ¥30.00，实际花 ¥30.00");
    }

    @Test
    @DisplayName("what was said of other pieces is nothing said of these: it is said first, without a complaint")
    void whatWasSaidOfOtherPieces() {
        var nothingYet = agreed(seen("/c/" + cycle.code() + "?change=" + order));

        var first = change("keep-" + eggs, "1", "agreed", nothingYet);

        assertThat(first).contains("?change=" + order);
        assertThat(complaint()).isEmpty();
        assertThat(pieces(order)).isEqualTo(2);
        assertThat(change("keep-" + eggs, "1", "agreed", agreed(seen(first)))).isEqualTo("/c/" + cycle.code());
        assertThat(pieces(order)).isEqualTo(1);
    }

    @Test
    void anotherDifferenceThanWasSaidChangesNothingAndSaysBothSums() {
        var said = agreed(seen(change("keep-" + eggs, "1", "keep-" + milk, "1")));
        price(milk, 900);

        assertThat(change("keep-" + eggs, "1", "keep-" + milk, "1", "agreed", said))
                .contains("?change=" + order);

        assertThat(complaint()).contains("现在退 ¥30.00，另付 ¥9.00");
        assertThat(pieces(order)).isEqualTo(2);
        assertThat(added()).isEmpty();
    }

    @Test
    void whereNothingMoreIsLeftNothingIsGivenAwayEither() {
        var said = agreed(seen(change("keep-" + eggs, "0", "keep-" + milk, "3")));
        jdbc.sql("update cycle_product set quantity_limit = 2 where id = ?")
                .param(UUID.fromString(milk))
                .update();

        assertThat(change("keep-" + eggs, "0", "keep-" + milk, "3", "agreed", said))
                .contains("?change=" + order);

        assertThat(pieces(order)).isEqualTo(2);
        assertThat(added()).isEmpty();
    }

    @Test
    void noneOfAnythingLeavesTheCycle() {
        var said = seen(change("keep-" + eggs, "0"));
        assertThat(said).contains("退出，¥60.00 原路退回");

        assertThat(change("keep-" + eggs, "0", "agreed", agreed(said))).isEqualTo("/c/" + cycle.code());
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

    @Test
    @DisplayName("a door that nobody typed is not remembered instead of the last one that was")
    void anotherDoorStaysRemembered() {
        members.remember(home.member(0), new Household("", "12", "", "301"));
        var said = agreed(seen(change("keep-" + milk, "1")));

        change("keep-" + milk, "1", "agreed", said);

        assertThat(added()).containsExactly("牛奶 1 at 86-801");
        assertThat(members.contact(home.member(0)).household()).isEqualTo(new Household("", "12", "", "301"));
    }

    @Test
    @DisplayName("two who swap the same goods both ways take turns, and both get what they wanted")
    void twoSwapBothWays() {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                var one = paid(0, eggs);
                var other = paid(1, milk);
                var begin = new CyclicBarrier(2);
                var forth = CompletableFuture.supplyAsync(swap(begin, 0, one, eggs, milk), both);
                var back = CompletableFuture.supplyAsync(swap(begin, 1, other, milk, eggs), both);
                assertThat(List.of(forth.join(), back.join()))
                        .allSatisfy(it -> assertThat(it).doesNotContain("?change="));
                assertThat(List.of(pieces(one), pieces(other))).containsExactly(1, 1);
            }
        }
    }

    private Supplier<String> swap(CyclicBarrier begin, int who, Code of, String less, String more) {
        var page = seen(who, change(who, of, "keep-" + less, "1", "keep-" + more, "1"));
        var said = agreed(page);
        return () -> {
            try {
                begin.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return change(who, of, "keep-" + less, "1", "keep-" + more, "1", "agreed", said);
        };
    }

    private Code paid(int who, String product) {
        var wish = new CycleOrdering.Wish(Map.of(UUID.fromString(product), 2), Door.of("86", "80" + who), "");
        var placed = ordering.order(home.member(who), cycle.code(), wish).code();
        till.pay(home, home.member(who), placed);
        return placed;
    }

    private void price(String product, long fen) {
        jdbc.sql("update cycle_product set price_fen = ? where id = ?")
                .params(fen, UUID.fromString(product))
                .update();
    }

    private static String agreed(String page) {
        var begin = "name=\"agreed\" value=\"";
        int at = page.indexOf(begin) + begin.length();
        return page.substring(at, page.indexOf('"', at));
    }

    private String complaint() {
        return String.valueOf(Objects.requireNonNullElse(complaint, ""));
    }

    private static CyclePlan.Item item(String name, String yuan) {
        return new CyclePlan.Item(null, name, "1份", null, Money.ofYuan(yuan), null);
    }

    private String change(String... fields) {
        return change(0, order, fields);
    }

    private String change(int who, Code of, String... fields) {
        var form = mvc.post()
                .uri("/c/" + cycle.code() + "/orders/" + of + "/changes")
                .param("commandKey", UUID.randomUUID().toString())
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .with(buyer(who));
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        var answer = form.exchange();
        assertThat(answer).hasStatus(302);
        complaint = answer.getMvcResult().getFlashMap().get("flashError");
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

    private RequestPostProcessor buyer(int who) {
        return authentication(
                new UsernamePasswordAuthenticationToken(new SignedIn(home.member(who), "小李", false), null, List.of()));
    }

    private String seen(String path) {
        return seen(0, path);
    }

    private String seen(int who, String path) {
        int anchor = path.indexOf('#');
        var answer = mvc.get()
                .uri(anchor < 0 ? path : path.substring(0, anchor))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(buyer(who))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

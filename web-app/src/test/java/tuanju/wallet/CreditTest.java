package tuanju.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.read;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.operator.Desk;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.payment.Cards;

@WebTest
@DisplayName("A buyer keeps a difference as credit and has it paid back, on pages and over the API")
class CreditTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Cards cards;

    @Autowired
    Till till;

    @Autowired
    Allowances allowances;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private MemberId member = new MemberId(new UUID(0, 0));
    private String here = "";

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        member = new MemberId(UUID.fromString(read(anna.get("/api/v1/members/me"), "$.id")));
        here = "/communities/" + home.card().shortCode() + "/wallet";
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        cards.giveBack(home.id());
        Invariants.check(jdbc);
    }

    @Test
    void keepsAndIsPaidBackOverTheApi() {
        var order = paid();
        assertThat(anna.put("/api/v1/orders/" + order + "/keeping", "{\"keeps\":true}"))
                .hasStatus(204);
        allow(order, "3.20");

        var wallet = anna.get("/api/v1" + here);
        assertThat(ApiClient.<Integer>read(wallet, "$.balanceFen")).isEqualTo(320);
        assertThat(ApiClient.<Integer>read(wallet, "$.lockedFen")).isZero();
        assertThat(ApiClient.<Boolean>read(wallet, "$.keepsDifferences")).isFalse();
        assertThat(ApiClient.<String>read(wallet, "$.items[0].reason")).isEqualTo("KEPT");
        assertThat(ApiClient.<String>read(wallet, "$.items[0].order")).isEqualTo(order.value());
        assertThat(ApiClient.<List<Boolean>>read(anna.get("/api/v1/orders/" + order), "$.refunds[*].stayed"))
                .containsExactly(true);

        var key = UUID.randomUUID().toString();
        var paidOut = anna.post("/api/v1" + here + "/payouts", "{\"amountFen\":120}", key);
        assertThat(paidOut).hasStatus(201);
        assertThat(ApiClient.<Integer>read(paidOut, "$.amountFen")).isEqualTo(120);
        assertThat(ApiClient.<String>read(paidOut, "$.state")).isEqualTo("REQUESTED");
        var again = anna.post("/api/v1" + here + "/payouts", "{\"amountFen\":120}", key);
        assertThat(ApiClient.body(again)).isEqualTo(ApiClient.body(paidOut));
        assertThat(ApiClient.<Integer>read(anna.get("/api/v1" + here), "$.balanceFen"))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"amountFen\":1}, 409, not-enough-credit",
        "{\"amountFen\":0}, 400, payout-of-something",
        "{\"amountFen\":-5}, 400, payout-of-something",
        "{}, 400, payout-of-something"
    })
    @DisplayName("more than there is, nothing, and less than nothing is refused with a sentence, and nothing goes")
    void refusesWhatIsNotThere(String wish, int status, String type) {
        var refused = anna.post("/api/v1" + here + "/payouts", wish);
        assertThat(refused).hasStatus(status);
        assertThat(ApiClient.body(refused)).contains(type);
    }

    @Test
    void isOfNobodyElseAndOfNoOtherPlace() {
        var order = paid();
        var stranger = ApiClient.signUp(mvc);
        assertThat(stranger.put("/api/v1/orders/" + order + "/keeping", "{\"keeps\":true}"))
                .hasStatus(404);
        assertThat(anna.get("/api/v1/communities/ZZZZ/wallet")).hasStatus(404);
        assertThat(ApiClient.stranger(mvc).get("/api/v1" + here)).hasStatus(401);
        assertThat(anna.put("/api/v1" + here + "/keeping", "{}")).hasStatus(400);
    }

    @Test
    @DisplayName("an order paid to the leader has no such choice, and asking for it is refused with a sentence")
    void whatWasPaidToTheLeaderIsNot() {
        var order = placed();
        till.pay(home, member, order);
        assertThat(page("/orders/" + order)).doesNotContain("/keeping");
        var refused = anna.put("/api/v1/orders/" + order + "/keeping", "{\"keeps\":true}");
        assertThat(refused).hasStatus(409);
        assertThat(ApiClient.body(refused)).contains("cannot-keep-as-credit", "不是在这里付的");
    }

    @Test
    void isChosenSeenAndPaidBackOnPages() {
        assertThat(page(here)).contains("还没有余额", "原路退回").doesNotContain("/payouts");
        var order = paid();
        assertThat(page("/orders/" + order)).contains("/orders/" + order + "/keeping");
        assertThat(submit("/orders/" + order + "/keeping", "keeps", "true"))
                .isEqualTo("/orders/" + order + "#difference");
        allow(order, "3.20");

        assertThat(page("/orders/" + order)).contains("¥3.20 已留作余额");
        assertThat(page(here)).contains("¥3.20", "留下的差额", order.value());
        assertThat(submit(here + "/payouts", "amountFen", "320")).isEqualTo(here);
        cards.giveBack(home.id());
        assertThat(page(here)).contains("已退回", "−¥3.20").doesNotContain("/payouts\"");
        assertThat(submit(here + "/keeping", "keeps", "true")).isEqualTo(here);
        assertThat(page(here)).contains("value=\"true\" checked");
        assertThat(mvc.get().uri("/me/wallets").with(signedIn())).hasRedirectedUrl(here);
    }

    @Test
    @DisplayName("what buyers keep as credit has its place in the operator's books, which add up")
    void hasItsPlaceInTheBooks() {
        var order = paid();
        assertThat(anna.put("/api/v1/orders/" + order + "/keeping", "{\"keeps\":true}"))
                .hasStatus(204);
        allow(order, "3.20");
        operators.appoint(home.member(0));
        var desk = new Desk(mvc, home.member(0));
        var mine = "$[?(@.community == '" + home.card().shortCode() + "')]";
        var books = desk.get("/books");
        assertThat(ApiClient.<List<Boolean>>read(books, mine + ".addsUp")).containsExactly(true);
        assertThat(ApiClient.<List<Integer>>read(books, mine + ".creditFen")).containsExactly(320);
        assertThat(desk.page("/money")).bodyText().contains("买家留下的余额", "¥3.20");
    }

    @Test
    @DisplayName("the next order is quoted, paid beside a provider, and says so")
    void isSpentBesideAProvider() {
        keepsAll("3.20");
        var goods = "{\"offer\":\"%s\",\"lines\":[{\"pieces\":1}],\"walletFen\":%d}";
        var quoted = anna.post("/api/v1/quotes", goods.formatted(home.offer(), 100));
        assertThat(ApiClient.<List<Integer>>read(quoted, "$.tenders[?(@.kind=='WALLET')].amountFen"))
                .containsExactly(100);
        assertThat(ApiClient.<List<Object>>read(quoted, "$.refused")).isEmpty();
        var tooMuch = anna.post("/api/v1/quotes", goods.formatted(home.offer(), 500));
        assertThat(ApiClient.<List<Integer>>read(tooMuch, "$.tenders[?(@.kind=='WALLET')].amountFen"))
                .containsExactly(320);
        assertThat(ApiClient.<String>read(tooMuch, "$.refused[0].reason")).contains("¥3.20");

        var order = placed();
        assertThat(anna.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"sandbox\"}"))
                .hasStatus(201);
        assertThat(ApiClient.<Integer>read(anna.get("/api/v1" + here), "$.lockedFen"))
                .isEqualTo(320);
        assertThat(page(here)).contains("待付款订单占用", order.value());
        cards.pay(member, order, Money.ofYuan("48.80"));
        assertThat(ApiClient.body(anna.get("/api/v1/orders/" + order)))
                .contains("[{\"kind\":\"WALLET\",\"amountFen\":320},{\"kind\":\"PROVIDER\",\"amountFen\":4880}]");
        assertThat(page("/orders/" + order)).contains("余额付");
    }

    @Test
    void paysAWholeOrderOverTheApiAndOnPages() {
        keepsAll("52.00");
        var order = placed();
        var refused =
                anna.post("/api/v1/orders/" + order + "/payments", "{\"walletFen\":5201,\"provider\":\"nobody\"}");
        assertThat(refused).hasStatus(400);
        assertThat(anna.post("/api/v1/orders/" + order + "/payments", "{\"walletFen\":0}"))
                .hasStatus(400);
        assertThat(anna.post("/api/v1/orders/" + order + "/payments", "{\"walletFen\":-1}"))
                .hasStatus(400);
        var beside = anna.post("/api/v1/orders/" + order + "/payments", "{\"walletFen\":5,\"provider\":\"offline\"}");
        assertThat(ApiClient.body(beside)).contains("credit-not-beside-cash");
        var key = UUID.randomUUID().toString();
        var paid = anna.post("/api/v1/orders/" + order + "/payments", "{}", key);
        assertThat(ApiClient.<String>read(paid, "$.payUrl")).isEqualTo("/orders/" + order);
        assertThat(ApiClient.<String>read(anna.get("/api/v1/orders/" + order), "$.status"))
                .isEqualTo("CONFIRMED");
        var again = anna.post("/api/v1/orders/" + order + "/payments", "{}", key);
        assertThat(again).hasStatus(201);
        assertThat(ApiClient.body(again)).isEqualTo(ApiClient.body(paid));
        allow(order, "52.00");

        var next = placed();
        assertThat(page("/orders/" + next)).contains("name=\"useCredit\"", "全部用余额付：¥52.00");
        assertThat(submit("/orders/" + next + "/payments", "useCredit", "true")).isEqualTo("/orders/" + next);
        assertThat(ApiClient.<String>read(anna.get("/api/v1/orders/" + next), "$.status"))
                .isEqualTo("CONFIRMED");
        assertThat(ApiClient.<Integer>read(anna.get("/api/v1" + here), "$.balanceFen"))
                .isZero();
    }

    /** An order of which this much stayed. */
    private void keepsAll(String yuan) {
        assertThat(anna.put("/api/v1" + here + "/keeping", "{\"keeps\":true}")).hasStatus(204);
        allow(paid(), yuan);
    }

    private Code placed() {
        var wish =
                "{\"quantity\":1,\"pickupPoint\":\"%s\"}".formatted(home.point().id());
        return new Code(read(anna.post("/api/v1/team-offers/" + home.offer() + "/orders", wish), "$.code"));
    }

    private Code paid() {
        var order = placed();
        cards.pay(member, order);
        return order;
    }

    private void allow(Code order, String yuan) {
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(),
                new OrderId(till.idOf(order)),
                new Allowance(AdjustmentKind.DAMAGED, "阳光玫瑰葡萄", "2斤", Money.ofYuan(yuan), "product-short", "a1"),
                new OrderChange(null, "product-short")));
    }

    private String page(String path) {
        var answer = mvc.get()
                .uri(path)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signedIn())
                .exchange();
        assertThat(answer).hasStatusOk();
        return ApiClient.body(answer);
    }

    private RequestPostProcessor signedIn() {
        var me = new SignedIn(member, "小李", false);
        return authentication(new UsernamePasswordAuthenticationToken(me, null, List.of()));
    }

    private @Nullable String submit(String path, String field, String value) {
        return mvc.post()
                .uri(path)
                .param(field, value)
                .param("commandKey", UUID.randomUUID().toString())
                .with(signedIn())
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
    }
}

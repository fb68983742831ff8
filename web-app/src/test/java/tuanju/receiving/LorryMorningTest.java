package tuanju.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
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
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ProductTerms;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** Three households ordered 3, 2 and 1 boxes of eggs and a chicken each; the cut-off is over and the lorry is here. */
@WebTest
@DisplayName("The morning the lorry comes")
class LorryMorningTest {

    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints points;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    ShortageSettling settling;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private ApiClient leader;
    private MemberId me;
    private CycleCard cycle;
    private List<Code> orders;
    private UUID eggs;
    private UUID chicken;

    @BeforeEach
    void letThemOrder() {
        home = neighbourhoods.found(3);
        lead();
        open();
        var products = cycles.products(cycle);
        eggs = products.getFirst().id();
        chicken = products.getLast().id();
        orders = List.of(order(0, 3), order(1, 2), order(2, 1));
        jdbc.sql("update order_cycle set status = 'CLOSED', closed_at = now() where id = ?")
                .param(cycle.id())
                .update();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void isCountedGivenOutAndPaidBackOverTheApi() {
        var counted = leader.put(receipts(eggs), "{\"arrived\":4,\"damaged\":1,\"note\":\"湿了\"}", "count-eggs-" + eggs);
        assertThat(counted).hasStatusOk();
        assertThat(ApiClient.<Integer>read(counted, "$.missing")).isEqualTo(3);
        assertThat(leader.put(receipts(eggs), "{\"arrived\":4,\"damaged\":1,\"note\":\"湿了\"}", "count-eggs-" + eggs))
                .hasStatusOk()
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(leader.put(receipts(eggs), "{\"arrived\":6,\"version\":0}")).hasStatus(409);

        var shortages = path("/shortages");
        var looked = leader.post(shortages, "{\"policy\":\"EQUAL_SHARE\",\"dryRun\":true}");
        assertThat(looked).hasStatusOk();
        assertThat(ApiClient.<Integer>read(looked, "$.refundFen")).isEqualTo(3 * 29_90);
        String plan = read(looked, "$.plan");
        assertThat(leader.post(shortages, "{\"policy\":\"EQUAL_SHARE\"}")).hasStatus(400);
        assertThat(leader.post(shortages, "{\"policy\":\"EQUAL_SHARE\",\"plan\":\"no\"}"))
                .hasStatus(409);
        var yes = "{\"policy\":\"EQUAL_SHARE\",\"plan\":\"%s\"}".formatted(plan);
        assertThat(leader.post(shortages, yes, "share-" + plan)).hasStatus(201);
        assertThat(leader.post(shortages, yes, "share-" + plan))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
        settleAll();

        assertThat(orders.stream().mapToLong(till::refundedFen).sum()).isEqualTo(3 * 29_90);
        assertThat(ApiClient.<Integer>read(leader.get(shortages), "$[0].settled"))
                .isEqualTo(3);
        assertThat(ApiClient.<Integer>read(leader.get(receipts(eggs)), "$.allocated"))
                .isEqualTo(3);
        assertThat(leader.put(receipts(eggs), "{\"arrived\":6}")).hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"arrived\":-1} | 400",
                "{\"arrived\":2,\"damaged\":3} | 400",
                "{\"arrived\":\"many\"} | 400",
                "{\"arrived\":4,\"lorry\":1} | 400"
            })
    void refusesCountsThatCannotBe(String count, int status) {
        assertThat(leader.put(receipts(eggs), count)).hasStatus(status);
        assertThat(body(leader.get(receipts(eggs)))).contains("\"arrived\":null");
    }

    @Test
    void isNobodyElsesBusiness() {
        var somebody = ApiClient.signUp(mvc);
        assertThat(somebody.put(receipts(eggs), "{\"arrived\":6}")).hasStatus(404);
        assertThat(leader.put(receipts(UUID.randomUUID()), "{\"arrived\":6}")).hasStatus(404);
        assertThat(somebody.post(path("/shortages"), "{\"policy\":\"EQUAL_SHARE\",\"dryRun\":true}"))
                .hasStatus(404);
    }

    @Test
    void isCountedAndGivenOutOnPages() {
        assertThat(seen("/receiving")).contains("还有 2 样没点", "鸡蛋", "还没点", "土鸡");

        post("/receiving/receipts", Map.of("arrived-" + eggs, "4", "damaged-" + eggs, "1", "note-" + eggs, "<b>湿</b>"));
        assertThat(seen("/receiving"))
                .contains("还有 1 样没点", "缺 3", "到 4，坏 1", "&lt;b&gt;湿&lt;/b&gt;", "先分已经点出来不够的")
                .doesNotContain("<b>湿</b>");

        post("/receiving/receipts", Map.of("arrived-" + chicken, "4"));
        assertThat(seen("/receiving")).contains("有货不够分", "多 1", "留给排队的人");

        var shortage = seen("/shortage");
        assertThat(shortage).contains("3/6", "2 户少拿", "1 户照数拿", "退 ¥59.80", "给 1 份");
        var plan = PLAN.matcher(shortage);
        assertThat(plan.find()).isTrue();
        post("/shortage", Map.of("policy", "EQUAL_SHARE", "plan", plan.group(1), "commandKey", key()));
        settleAll();

        assertThat(seen("/shortage")).contains("大家平分：共少给 3 份", "已分好，订单都改好了");
        assertThat(seen("/receiving")).contains("已分好：到 3，应到 6", "货齐了");
        assertThat(seen("/board")).contains("订单在哪里", "等货到齐", "合计");
    }

    @Test
    void isWeighedOnPagesAndTheDifferenceGoesBack() {
        assertThat(seen("/weights")).contains("0/3", "土鸡", "约 1500 克", "每份 1.35–1.65 kg");

        var line = "-" + till.idOf(orders.getFirst()) + "-" + chicken;
        post("/weights", Map.of("grams" + line, "1480"));
        assertThat(seen("/weights")).contains("1/3", "value=\"1480\"", "少收 ¥6.40", "按实重结算：1 户，共少收 ¥6.40");

        assertThat(sent("/weights", Map.of("grams" + line, "15"), 400)).contains("应该在 675 到 3300 克之间");
        post("/weights/settlement", Map.of("commandKey", key()));
        assertThat(seen("/weights/progress")).contains("1/3");
    }

    private void lead() {
        var phone = "15" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        leader = ApiClient.signUp(mvc, phone);
        me = new MemberId(jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single());
        leaders.appoint(me, home.id(), home.leader());
    }

    private void open() {
        var point = points.open(home.id(), me, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""));
        var weight = new ProductTerms(1, null, new ByWeight(1_500, 10, Money.ofYuan("18.80")));
        var now = Instant.now();
        cycle = opening.open(
                me,
                home.id(),
                new CyclePlan(
                        "周三鸡和蛋",
                        List.of(
                                new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), null),
                                new CyclePlan.Item(null, "土鸡", "约1.5kg", null, Money.ZERO, null, weight)),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofHours(3)),
                        tuanju.cycle.PickupPlace.of(point),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30))));
    }

    private Code order(int member, int boxes) {
        var wanted = new LinkedHashMap<UUID, Integer>();
        wanted.put(eggs, boxes);
        wanted.put(chicken, 1);
        var wish = new CycleOrdering.Wish(wanted, Door.of("86", "80" + member), "");
        var order = ordering.order(home.member(member), cycle.code(), wish).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    /** As the tasks do, which may be doing it themselves: twice is once. */
    private void settleAll() {
        orders.forEach(order -> settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(order))));
    }

    private String path(String rest) {
        return "/api/v1/cycles/" + cycle.code() + rest;
    }

    private String receipts(UUID product) {
        return path("/receipts/" + product);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String seen(String page) {
        var answer = mvc.get()
                .uri("/lead/cycles/" + cycle.code() + page)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signedIn())
                .exchange();
        assertThat(answer).as(page).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void post(String page, Map<String, String> typed) {
        sent(page, typed, 302);
    }

    private String sent(String page, Map<String, String> typed, int status) {
        var request = mvc.post()
                .uri("/lead/cycles/" + cycle.code() + page)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signedIn())
                .with(csrf());
        typed.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).as(page).hasStatus(status);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private RequestPostProcessor signedIn() {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "王姐", false), null, List.of()));
    }
}

package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static support.Patience.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Residents;
import support.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.telling.GroupText.Kind;
import tuanju.chain.telling.GroupTexts;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.planning.CycleOpening;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.MemberSignedUp;
import tuanju.member.PhoneProven;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

@ModuleTest
class ChainTakingTest {

    private static final AtomicLong PHONES = new AtomicLong(13_600_000_000L + System.nanoTime() % 90_000_000);
    private static final String THREE = """
        #接龙
        1. 张三 3-502 荔枝2份 已付
        2. 李四 3-601 梨1份（放门口）
        3. 王五 荔枝1份 梨1份
        哈哈哈
        苹果2份
        """;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainLists lists;

    @Autowired
    private ChainOrders chainOrders;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private GroupTexts texts;

    @Autowired
    private OrderBook book;

    @Autowired
    private OwedByHand owedByHand;

    @Autowired
    private Communities communities;

    @Autowired
    private Leaders leaders;

    @Autowired
    private PickupPoints points;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Residents residents;

    private CommunityCard home;
    private MemberId leader;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = communities.found("接龙" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区某路500弄");
        leader = member();
        leaders.appoint(leader, home.id(), leader);
        points.open(home.id(), leader, new tuanju.community.PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""));
        var cutOff = Instant.now().plus(3, ChronoUnit.HOURS);
        cycle = opening.open(
                leader,
                home.id(),
                new CyclePlan(
                        "周三水果",
                        List.of(item("荔枝", "59.90", 10), item("秋月梨", "29.90", null)),
                        Instant.now().minusSeconds(60),
                        cutOff,
                        PickupPlace.of(points.ledBy(home.id(), leader).getFirst()),
                        cutOff.plus(12, ChronoUnit.HOURS),
                        cutOff.plus(20, ChronoUnit.HOURS)));
    }

    @Test
    void makesAGuestsOrderOfEachLineThatWasUnderstood() {
        var read = take(THREE);

        assertThat(read.understood()).hasSize(3);
        assertThat(sheets()).containsOnlyKeys("张三", "李四", "王五");
        assertThat(sheets().get("张三").amount()).isEqualTo(Money.ofYuan("119.80"));
        assertThat(sheets().get("张三").kind()).isEqualTo(OrderKind.IMPORT);
        assertThat(sheets().get("张三").address().door().building()).isEqualTo("3");
        assertThat(sheets().get("李四").note()).isEqualTo("放门口");
        assertThat(left("荔枝")).isEqualTo(7);
        assertThat(chainOrders.of(cycle)).filteredOn(ChainOrders.Row::paid).hasSize(1);
    }

    @Test
    void theSameTextTwiceAndALongerOneAddNothingTwice() {
        take(THREE);
        take(THREE);
        take(THREE + "4. 赵六 荔枝3份\n");

        assertThat(sheets()).hasSize(4);
        assertThat(left("荔枝")).isEqualTo(4);
    }

    @Test
    void changesAndCancelsOnce() {
        take(THREE);
        var text = THREE + "张三改成3份\n李四不要了\n王五 梨加1份\n";
        take(text);
        take(text);
        take(text + "8. 孙八 梨1份\n");

        assertThat(sheets()).containsOnlyKeys("张三", "王五", "孙八");
        assertThat(sheets().get("张三").pieces()).isEqualTo(3);
        assertThat(sheets().get("王五").amount()).isEqualTo(Money.ofYuan("119.70"));
        assertThat(left("荔枝")).isEqualTo(6);
        assertThat(taken("秋月梨")).isEqualTo(3);
    }

    @Test
    void onlyWhoPaidAndIsGoneIsOwedByHand() throws Exception {
        take(THREE);
        take(THREE + "张三不要了\n李四不要了\n");

        var owed = owedByHand.ofCycle(cycle.community(), cycle.id());
        assertThat(owed.debts())
                .extracting(it -> it.to().recipient() + " " + it.to().amount())
                .containsExactly("张三 ¥119.80");
        asLeader(get("/lead/cycles/" + cycle.code() + "/board"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"owed\"")))
                .andExpect(content().string(containsString("¥119.80")));

        take("1. 张三 3-502 荔枝1份\n");

        assertThat(sheets().get("张三").amount()).isEqualTo(Money.ofYuan("59.90"));
        assertThat(owedByHand.ofCycle(cycle.community(), cycle.id()).inAll()).isEqualTo(Money.ofYuan("59.90"));
    }

    @Test
    void keepsWithinTheLimitAndSaysWhoIsLeftOut() {
        var read = take("1. 甲姐 荔枝8份\n2. 乙姐 荔枝3份\n3. 丙姐 荔枝2份");

        assertThat(read.unclear()).extracting(ReadChainList.Unclear::reason).containsExactly(Reason.TOO_FEW_LEFT);
        assertThat(sheets()).containsOnlyKeys("甲姐", "丙姐");
        assertThat(left("荔枝")).isZero();
    }

    @Test
    void takesNothingAfterTheCutOffByTheClockOfTheDatabase() {
        var id = taking.paste(leader, cycle.code(), new ChainPaste(THREE, ""));
        jdbc.sql("update order_cycle set cut_off = now() - interval '1 second' where community_id = ? and id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();

        assertThatThrownBy(() -> taking.take(leader, cycle.code(), id)).isInstanceOf(CannotOrder.class);
        assertThat(sheets()).isEmpty();
    }

    @Test
    void readsALineAsItsLeaderPutItRightAndKeepsTheTextAsItCame() {
        var id = taking.paste(leader, cycle.code(), new ChainPaste("1. 张三 荔枝\n2. 李四 梨1份", ""));
        taking.fix(leader, cycle.code(), id, 1, "1. 张三 荔枝4份");
        taking.fix(leader, cycle.code(), id, 2, "");

        var read = taking.take(leader, cycle.code(), id);

        assertThat(read.ignored()).hasSize(1);
        assertThat(sheets()).containsOnlyKeys("张三");
        assertThat(lists.find(cycle, id).orElseThrow().text()).startsWith("1. 张三 荔枝\n");
    }

    @Test
    void aPhoneNumberMakesItTheOrderOfWhoHasIt() {
        var neighbour = member();
        var phone = jdbc.sql("select phone from member where id = ?")
                .param(neighbour.value())
                .query(String.class)
                .single();

        take("1. 周姐 荔枝1份 " + phone);

        assertThat(sheets().get("周姐").buyer()).isEqualTo(neighbour);
        assertThat(sheets().get("周姐").maskedPhone()).contains("****");
    }

    @Test
    @DisplayName("I-Z2 A chain list is for the cycle's own leader alone")
    void isForTheCyclesOwnLeaderAlone() {
        var other = member();
        leaders.appoint(other, home.id(), leader);

        assertThatThrownBy(() -> taking.paste(other, cycle.code(), new ChainPaste(THREE, "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesTextsThatNoGroupWrites() {
        assertThatThrownBy(() -> new ChainPaste("张三2份\n".repeat(100_000), "")).isInstanceOf(ChainListTooLong.class);
        assertThatThrownBy(() -> new ChainPaste(" \n", "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new ChainPaste("1\n".repeat(5000), "")).isInstanceOf(Invalid.class);
    }

    @Test
    void tellsTheGroupWithoutAWholeNameADoorOrAPhone() {
        take("1. 张三 3-502 荔枝2份 13800000009\n2. 李四 3-601 梨1份 已付");

        for (var text : texts.of(cycle)) {
            assertThat(text.text()).doesNotContain("张三", "李四", "3-502", "3-601", "13800000009");
        }
        assertThat(texts.of(cycle, Kind.UNPAID)).contains("张** 3-5**").doesNotContain("李");
        assertThat(texts.of(cycle, Kind.SUMMARY)).contains("1. 张** 3-5** 荔枝2份");
    }

    @Test
    @DisplayName("W-11 whoever proves to have a guest's phone has the order, and nobody before")
    void whoeverProvesAGuestsPhoneHasTheOrder() {
        var phone = Residents.anyPhone();
        take("1. 周姐 荔枝1份 " + phone);
        var stranger = residents.unproven(phone, "lantern over the river", "陌生人");

        // an event that release 0.1.0 left in its outbox
        heard(new MemberSignedUp(stranger, Instant.now()));
        take("1. 周姐 荔枝1份 " + phone + "\n2. 吴叔 荔枝1份 " + phone);
        assertThat(sheets().get("周姐").buyer()).isNull();
        assertThat(sheets().get("吴叔").buyer()).isNull();

        jdbc.sql("update member set phone_proven_at = now() where id = ?")
                .param(stranger.value())
                .update();
        heard(new PhoneProven(stranger, Instant.now()));
        assertThat(sheets().get("周姐").buyer()).isEqualTo(stranger);
        assertThat(sheets().get("吴叔").buyer()).isEqualTo(stranger);
    }

    @Test
    @DisplayName("W-11 orders of somebody who had the number over a year ago are not given to who has it now")
    void oldOrdersOfANumberAreNotGivenAway() {
        var phone = Residents.anyPhone();
        take("1. 周姐 荔枝1份 " + phone);
        jdbc.sql("update orders set placed_at = now() - interval '366 days' where phone = ?")
                .param(phone)
                .update();

        heard(new PhoneProven(residents.settle(phone, "新号主"), Instant.now()));

        assertThat(sheets().get("周姐").buyer()).isNull();
    }

    @Test
    @DisplayName("W-11 the table itself refuses a guest's order for somebody with an unproven phone")
    void theTableRefusesAClaimWithoutProof() {
        take("1. 周姐 荔枝1份 " + Residents.anyPhone());
        var stranger = residents.unproven(Residents.anyPhone(), "lantern over the river", "陌生人");

        assertThatThrownBy(
                        () -> jdbc.sql("update orders set buyer_id = ? where recipient_name = '周姐' and kind = 'IMPORT'")
                                .param(stranger.value())
                                .update())
                .hasMessageContaining("is not proven");
    }

    /** The listener itself, as the outbox calls it. */
    private void heard(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        await().until(() -> jdbc.sql("select count(*) from outbox_outstanding where serialized_event like ?")
                        .param("%" + memberOf(event) + "%")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private static String memberOf(Object event) {
        var member = event instanceof PhoneProven proven ? proven.member() : ((MemberSignedUp) event).member();
        return member.value().toString();
    }

    @Test
    void programsReadFirstAndTakeInOnce() throws Exception {
        paste(THREE + "我要梨2份\n", "王姐", true, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.understood.length()").value(4))
                .andExpect(jsonPath("$.understood[0].line").value("1. 张三 3-502 荔枝2份 已付"))
                .andExpect(jsonPath("$.understood[0].name").value("张三"))
                .andExpect(jsonPath("$.understood[0].building").value("3"))
                .andExpect(jsonPath("$.understood[0].room").value("502"))
                .andExpect(jsonPath("$.understood[0].items[0].product").value("荔枝"))
                .andExpect(jsonPath("$.understood[0].items[0].quantity").value(2))
                .andExpect(jsonPath("$.understood[0].paid").value(true))
                .andExpect(jsonPath("$.understood[1].note").value("放门口"))
                .andExpect(jsonPath("$.understood[3].name").value("王姐"))
                .andExpect(jsonPath("$.unclear.length()").value(1))
                .andExpect(jsonPath("$.ignored.length()").value(2));
        assertThat(sheets()).isEmpty();

        paste(THREE + "李四不要了", null, null, "one-key")
                .andExpect(jsonPath("$.changes[0].name").value("李四"));
        paste(THREE + "李四不要了", null, null, "one-key").andExpect(header().string("Idempotent-Replayed", "true"));
        assertThat(sheets()).containsOnlyKeys("张三", "王五");
    }

    @Test
    void aPasteOfAMegabyteIsRefusedAtOnce() throws Exception {
        paste("张三 荔枝2份\n".repeat(60_000), null, true, null)
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:chain-list-too-long"));
    }

    @Test
    void aPasteThatIsTooLongIsStillInTheForm() throws Exception {
        asLeader(post("/lead/cycles/" + cycle.code() + "/chain-lists")
                        .param("text", "张三 荔枝2份\n".repeat(6_000))
                        .param("self", "王大姐"))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("张三 荔枝2份\n张三 荔枝2份")))
                .andExpect(content().string(containsString("王大姐")));
    }

    @Test
    void aLeaderSeesFourPilesAndTheTexts() throws Exception {
        var id = taking.paste(leader, cycle.code(), new ChainPaste(THREE + "孙姐 荔枝\n张三改成3份", ""));
        var page = "/lead/cycles/" + cycle.code();

        asLeader(get(page + "/chain-lists")).andExpect(status().isOk());
        asLeader(get(page + "/chain-lists/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3. 王五 荔枝1份 梨1份")))
                .andExpect(content().string(containsString("id=\"unclear\"")));
        asLeader(post(page + "/chain-lists/" + id + "/orders")).andExpect(status().is3xxRedirection());
        asLeader(get(page + "/texts"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("张** 3-5**")));
        asLeader(get(page + "/texts/SUMMARY.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
    }

    private ResultActions paste(String text, String self, Boolean dryRun, String key) throws Exception {
        var body = new java.util.HashMap<String, Object>(Map.of("text", text));
        body.put("self", self);
        body.put("dryRun", dryRun);
        var request = post("/api/v1/cycles/" + cycle.code() + "/chain-lists")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body));
        return asLeader(key == null ? request : request.header("Idempotency-Key", key + leader.value()));
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var me = new SignedIn(leader, "王姐", false);
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(me)));
    }

    private ReadChainList take(String text) {
        return taking.take(leader, cycle.code(), taking.paste(leader, cycle.code(), new ChainPaste(text, "")));
    }

    private Map<String, OrderSheet> sheets() {
        return book.sheetsOf(cycle.community(), cycle.id()).stream()
                .collect(Collectors.toMap(OrderSheet::recipient, sheet -> sheet));
    }

    private int left(String name) {
        return java.util.Objects.requireNonNull(product(name).left());
    }

    private int taken(String name) {
        return product(name).taken();
    }

    private CycleProduct product(String name) {
        return cycles.products(cycle).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CyclePlan.Item item(String name, String yuan, Integer limit) {
        return new CyclePlan.Item(null, name, "", null, Money.ofYuan(yuan), limit);
    }

    private MemberId member() {
        var id = Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                .params(id, Long.toString(PHONES.incrementAndGet()), "邻居", 40)
                .update();
        return new MemberId(id);
    }
}

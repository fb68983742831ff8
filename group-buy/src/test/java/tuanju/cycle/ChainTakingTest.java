package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.cycle.GroupText.Kind;
import tuanju.cycle.chain.ReadChainList;
import tuanju.cycle.chain.ReadChainList.Reason;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderBook;
import tuanju.order.OrderKind;
import tuanju.order.OrderSheet;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
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
    private CycleProducts products;

    @Autowired
    private GroupTexts texts;

    @Autowired
    private OrderBook book;

    @Autowired
    private Communities communities;

    @Autowired
    private Leaders leaders;

    @Autowired
    private PickupPoints points;

    @Autowired
    private JdbcClient jdbc;

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
        assertThat(sheets().get("张三").address().building()).isEqualTo("3");
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
        return products.of(cycle).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CyclePlan.Item item(String name, String yuan, Integer limit) {
        return new CyclePlan.Item(null, name, "", null, Money.ofYuan(yuan), limit);
    }

    private MemberId member() {
        var id = Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue) values (?, ?, ?, ?)")
                .params(id, Long.toString(PHONES.incrementAndGet()), "邻居", 40)
                .update();
        return new MemberId(id);
    }
}

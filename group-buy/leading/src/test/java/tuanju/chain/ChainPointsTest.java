package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.telling.GroupText;
import tuanju.chain.telling.GroupTexts;
import tuanju.command.Invalid;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

@ModuleTest
class ChainPointsTest {

    private static final String TEXT = """
        1. 张三 3-502 鸡蛋2份
        2. 李四 3-601 鸡蛋1份 水果店自提
        3. 王五 5-101 鸡蛋3份，东门取
        4. 赵六 3号楼602 鸡蛋1份
        """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private PickupPoints pickupPoints;

    @Autowired
    private CycleRound round;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private GroupTexts texts;

    @Autowired
    private OrderBook book;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private PickupPointCard shop;
    private CycleCard cycle;

    @BeforeEach
    void openAtTwoPoints() {
        home = neighbourhoods.found(1);
        shop = pickupPoints.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        cycle = round.openAt(home, home.point(), shop);
    }

    @Test
    void aLineThatNamesAPointOrItsGateGoesThereAndOthersToTheMainPoint() {
        var read = take(null);

        assertThat(read.unclear()).isEmpty();
        assertThat(points())
                .containsOnly(
                        Map.entry("张三", "3号门"), Map.entry("李四", "水果店"), Map.entry("王五", "水果店"), Map.entry("赵六", "3号门"));
    }

    @Test
    void othersGoWhereTheLeaderSays() {
        take(shop.id());

        assertThat(points().values()).containsOnly("水果店");
        assertThatThrownBy(() -> take(UUID.randomUUID())).isInstanceOf(Invalid.class);
    }

    @Test
    void theNameOfAPointIsNeitherSomebodysNameNorAQuantity() {
        var read = take(null);

        assertThat(read.understood()).extracting(line -> line.guest().name()).containsExactly("张三", "李四", "王五", "赵六");
        assertThat(read.understood())
                .extracting(line -> line.items().getFirst().quantity())
                .containsExactly(2, 1, 3, 1);
        assertThat(read.understood())
                .extracting(line -> line.guest().door().withoutLane().shown())
                .contains("3-502", "3-601", "5-101");
    }

    @Test
    void theSameTextAgainAddsNothingAlsoWhereItChangesAnOrder() {
        take(null);
        var change = "李四 再加2份鸡蛋 水果店自提";
        taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), new ChainPaste(change, "")));
        var pieces = pieces();

        take(null);
        var again = new ChainPaste(TEXT + change, "");
        taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), again));

        assertThat(pieces()).isEqualTo(pieces);
        assertThat(pieces.get("李四")).isEqualTo(3);
        assertThat(points()).hasSize(4);
    }

    @Test
    void textsForTheGroupNameEachPointAndWhoCollectsThere() {
        take(null);

        assertThat(texts.of(cycle, GroupText.Kind.ARRIVED)).contains("3号门 3号门旁", "水果店 东门外");
        var reminder = texts.of(cycle, GroupText.Kind.REMINDER);
        var atShop = reminder.substring(reminder.indexOf("水果店"));
        assertThat(atShop).contains("李**", "王**").doesNotContain("张**");
        assertThat(reminder.indexOf("张**"))
                .isGreaterThan(reminder.indexOf("3号门"))
                .isLessThan(reminder.indexOf("水果店"));
        assertThat(texts.of(cycle, GroupText.Kind.UNPAID)).contains("【", "水果店 东门外", "¥");
    }

    @Test
    void whoseBagWasGivenAwayIsNotAskedToCome() {
        take(null);
        var gone = book.sheetsOf(home.id(), cycle.id()).stream()
                .filter(sheet -> sheet.recipient().equals("张三"))
                .findFirst()
                .orElseThrow();
        assertThat(texts.of(cycle, GroupText.Kind.REMINDER)).contains("张**");

        decide(gone, 1, "GIVEN_AWAY");
        assertThat(texts.of(cycle, GroupText.Kind.REMINDER)).contains("李**").doesNotContain("张**");

        decide(gone, 2, "REOPENED");
        assertThat(texts.of(cycle, GroupText.Kind.REMINDER)).contains("张**");
    }

    private void decide(OrderSheet order, int nr, String step) {
        jdbc.sql("""
            insert into bag_step (community_id, order_id, nr, step, by_member)
            values (:community, :order, :nr, :step, :by)
            """)
                .param("community", home.id().value())
                .param("order", order.id().value())
                .param("nr", nr)
                .param("step", step)
                .param("by", home.leader().value())
                .update();
    }

    @Test
    void thePageSaysWhichLinesNameAPoint() throws Exception {
        var list = taking.paste(home.leader(), cycle.code(), new ChainPaste(TEXT, ""));
        var me = new SignedIn(home.leader(), "团长", false);

        mvc.perform(get("/lead/cycles/" + cycle.code() + "/chain-lists/" + list).with(Visitor.signedIn(me)))
                .andExpect(content().string(containsString("没写地点的，都到「3号门」提货")))
                .andExpect(content().string(containsString("到水果店")));
    }

    private ReadChainList take(@Nullable UUID point) {
        var paste = new ChainPaste(TEXT, "", point);
        return taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), paste));
    }

    private Map<String, String> points() {
        return book.sheetsOf(home.id(), cycle.id()).stream()
                .collect(Collectors.toMap(OrderSheet::recipient, OrderSheet::pickupPointName));
    }

    private Map<String, Integer> pieces() {
        return book.sheetsOf(home.id(), cycle.id()).stream()
                .collect(Collectors.toMap(OrderSheet::recipient, OrderSheet::pieces));
    }
}

package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** Two hundred households, three points and thirty products over the API: every sum of every answer is the same sum. */
@Tag("storm")
@WebTest
class TwoHundredHouseholdsTest {

    private static final List<String> GOODS = List.of(
            "苹果 香蕉 梨子 葡萄 西瓜 荔枝 龙眼 芒果 草莓 樱桃 鸡蛋 鸭蛋 豆腐 牛奶 酸奶 面包 大米 面粉 花生 核桃 白菜 菠菜 土豆 番茄 黄瓜 茄子 青椒 排骨 牛肉 虾仁".split(" "));
    private static final int POINTS = 3;
    private static final int HOUSEHOLDS = 201;
    private static final String FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
    private static final List<String> LISTS =
            List.of("by-room", "by-product", "by-building", "pack-matrix", "labels", "delivery-notes", "driver-sheet");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private ApiClient leader;
    private MemberId leads;
    private final List<String> points = new ArrayList<>();
    private final Map<String, Integer> ordered = new TreeMap<>();
    private int lines;
    private long cost;
    private long paid;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        leader = ApiClient.signUp(mvc, phone);
        var me = jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single();
        leads = new MemberId(me);
        leaders.appoint(leads, home.id(), home.leader());
        for (var name : List.of("东门", "南门", "北门")) {
            points.add(read(
                    leader.post(
                            "/api/v1/pickup-points",
                            "{\"name\":\"%s\",\"area\":\"%s旁\",\"address\":\"%s岗亭\",\"hours\":\"每天\"}"
                                    .formatted(name, name, name)),
                    "$.id"));
        }
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("W-21 W-26 W-27 through the whole week, what is ordered, paid, bought, listed and handed over adds up")
    void theWholeWeekAddsUp() {
        var cycle = "/api/v1/cycles/" + read(leader.post("/api/v1/cycles", plan()), "$.code");
        for (int point = 0; point < POINTS; point++) {
            var pasted = leader.post(cycle + "/chain-lists", list(point));
            assertThat(ApiClient.<List<Object>>read(pasted, "$.unclear")).isEmpty();
        }
        everythingIs(cycle, cost, paid);

        move(cycle, "CLOSED");
        Map<String, Integer> bought = new TreeMap<>();
        List<Map<String, Object>> items =
                ApiClient.read(leader.get(cycle + "/purchase-list"), "$.suppliers[*].items[*]");
        items.forEach(it -> bought.merge((String) it.get("name"), (Integer) it.get("pieces"), Integer::sum));
        assertThat(bought).isEqualTo(ordered);

        move(cycle, "ORDERED");
        move(cycle, "ARRIVED");
        everythingIs(cycle, cost, paid);
        handOverAll(cycle);
        assertThat(stage(cycle, "HANDED_OVER", "orders")).isEqualTo(HOUSEHOLDS);
        assertThat(stage(cycle, "HANDED_OVER", "amountFen")).isEqualTo((int) cost);
        everythingIs(cycle, cost, cost);
        theStatementSaysOfEachOrderWhatTheBooksSay();
        move(cycle, "DONE");
    }

    /** The day's table, line by line: what was ordered, what stays, and that nothing of it carries a fee. */
    private void theStatementSaysOfEachOrderWhatTheBooksSay() {
        var csv = ApiClient.body(mvc.get()
                .uri("/lead/money/statement.csv")
                .header("Accept-Language", "zh-CN")
                .with(Visitor.signedIn(new SignedIn(leads, "小李", false)))
                .exchange());
        var said = csv.lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();
        var books = jdbc.sql("""
                        select o.code || ',' || to_char(o.amount_fen / 100.0, 'FM9999990.00') || ',0.00,0.00,0.00,'
                            || to_char(d.to_leader_fen / 100.0, 'FM9999990.00') || ',0,0.00,0.00,' || ?
                        from orders o
                        join order_due d on d.community_id = o.community_id and d.order_id = o.id
                        where o.community_id = ?
                        """)
                .params("付给团长，不计", home.id().value())
                .query(String.class)
                .list();
        assertThat(said).containsExactlyInAnyOrderElementsOf(books);
    }

    /** Every answer about the cycle, and the books. */
    private void everythingIs(String cycle, long cost, long paid) {
        int pieces = ordered.values().stream().mapToInt(Integer::intValue).sum();
        for (var list : LISTS) {
            var shown = leader.get(cycle + "/lists/" + list);
            assertThat(ApiClient.<Map<String, Integer>>read(shown, "$.checkSum"))
                    .as(list)
                    .isEqualTo(Map.of("lines", lines, "pieces", pieces, "amountFen", (int) cost));
            assertThat(ApiClient.<Map<String, Integer>>read(shown, "$.dues"))
                    .as(list)
                    .isEqualTo(dues(cost, paid));
        }
        assertThat(ApiClient.<List<Integer>>read(leader.get(cycle + "/lists/delivery-notes"), "$.points[*].bags"))
                .hasSize(POINTS)
                .allMatch(it -> it == HOUSEHOLDS / POINTS);
        assertThat(stage(cycle, "ORDERED", "pieces")).isEqualTo(pieces);
        assertThat(stage(cycle, "ORDERED", "amountFen")).isEqualTo((int) cost);
        assertThat(stage(cycle, "PAID", "amountFen")).isEqualTo((int) paid);
        assertThat(ApiClient.<Map<String, Integer>>read(leader.get(cycle + "/board"), "$.money.dues"))
                .isEqualTo(dues(cost, paid));
        assertThat(books()).isEqualTo(List.of((long) HOUSEHOLDS, cost, paid));
    }

    private static Map<String, Integer> dues(long cost, long paid) {
        return Map.of(
                "paidHereFen",
                0,
                "paidToLeaderFen",
                (int) paid,
                "notPaidFen",
                (int) (cost - paid),
                "toPayBackByHandFen",
                0);
    }

    private List<Long> books() {
        return jdbc.sql("""
                        select count(*), sum(amount_fen), sum(to_leader_fen) from orders o
                        join order_due d on d.community_id = o.community_id and d.order_id = o.id
                        where o.community_id = ? and o.kind = 'IMPORT'
                        """)
                .param(home.id().value())
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private int stage(String cycle, String step, String what) {
        List<Integer> found =
                ApiClient.read(leader.get(cycle + "/board"), "$.stages[?(@.step == '%s')].%s".formatted(step, what));
        return found.getFirst();
    }

    private void handOverAll(String cycle) {
        List<Map<String, Object>> bags =
                ApiClient.read(leader.get(cycle + "/lists/by-room"), "$.sections[*].groups[*].bag");
        assertThat(bags).hasSize(HOUSEHOLDS);
        for (var bag : bags) {
            var code = ((List<?>) bag.get("pickupCodes")).getFirst();
            int open = (Integer) bag.get("openFen");
            var asked = open == 0 ? "" : ",\"payment\":\"TAKEN\",\"dueFen\":" + open;
            var wanted = "{\"pickupCode\":\"%s\",\"confirmed\":true%s}".formatted(code, asked);
            var handed = leader.post(cycle + "/handovers", wanted);
            assertThat(handed).as(ApiClient.body(handed)).hasStatus(201);
        }
    }

    private void move(String cycle, String status) {
        var moved = leader.put(cycle + "/status", "{\"status\":\"%s\"}".formatted(status));
        assertThat(moved).as(ApiClient.body(moved)).hasStatusOk();
    }

    private String plan() {
        var now = Instant.now();
        var products = IntStream.range(0, GOODS.size())
                .mapToObj(it -> "{\"name\":\"%s\",\"spec\":\"每份\",\"priceFen\":%d}".formatted(GOODS.get(it), price(it)))
                .collect(Collectors.joining(","));
        var where = points.stream()
                .map(it -> "{\"point\":\"%s\",\"pickupFrom\":\"%s\",\"pickupUntil\":\"%s\"}"
                        .formatted(it, now.plus(Duration.ofMinutes(61)), now.plus(Duration.ofHours(5))))
                .collect(Collectors.joining(","));
        return "{\"title\":\"两百户的一周\",\"products\":[%s],\"cutOff\":\"%s\",\"points\":[%s]}"
                .formatted(products, now.plus(Duration.ofHours(1)), where);
    }

    private static int price(int good) {
        return 990 + 110 * good;
    }

    /** What the households of one point write; every third pays at the gate. */
    private String list(int point) {
        var dice = new Random(point);
        var text = new StringBuilder("#接龙");
        for (int at = 0; at < HOUSEHOLDS / POINTS; at++) {
            int number = point * 100 + at;
            var name = "" + FAMILIES.charAt(at % 20) + FAMILIES.charAt(at / 20) + "家";
            text.append("\\n%d. %d-%d %s".formatted(at + 1, point * 10 + at / 10 + 1, at % 10 * 100 + 101, name));
            long sum = 0;
            for (int good :
                    dice.ints(0, GOODS.size()).distinct().limit(1 + at % 3).toArray()) {
                int pieces = 1 + dice.nextInt(3);
                text.append(" %s%d份".formatted(GOODS.get(good), pieces));
                ordered.merge(GOODS.get(good), pieces, Integer::sum);
                sum += (long) pieces * price(good);
                lines++;
            }
            cost += sum;
            boolean isPaid = number % 3 != 0;
            paid += isPaid ? sum : 0;
            text.append(isPaid ? " 已付" : "");
        }
        return "{\"text\":\"%s\",\"pickupPoint\":\"%s\"}".formatted(text, points.get(point));
    }

    private static String read(MvcTestResult result, String path) {
        assertThat(result).as(ApiClient.body(result)).hasStatus(201);
        return JsonPath.read(ApiClient.body(result), path);
    }
}

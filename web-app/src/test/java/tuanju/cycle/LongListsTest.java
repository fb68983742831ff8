package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** W-54: lists that grow with the years are looked through a page at a time and by words, for the same few statements. */
@WebTest
class LongListsTest {

    private static final Pattern ORDER = Pattern.compile("class=\"order-card\" href=\"/orders/([0-9A-Z]{14})\"");
    private static final Pattern CYCLE = Pattern.compile("cycle-card\" href=\"/lead/cycles/([0-9A-Z]{14})\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final String COPY = "(jsonb_populate_record(null::%s, to_jsonb(o) || jsonb_build_object(";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Statements statements;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleOrdering ordering;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void oneOrderInOneCycle() {
        home = neighbourhoods.found(3);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 1), Door.of("3", "502"), "");
        assertThat(ordering.order(home.member(0), cycle.code(), wish).code()).isNotNull();
    }

    @Test
    @DisplayName("A shopper's 500 orders: every one once, twenty a page, for as many statements as five need")
    void aShopperLooksThroughYearsOfOrders() {
        copyOrders(1, 4);
        var few = statements.ofThisThread(() -> seen("/orders", home.member(0)));
        copyOrders(5, 499);
        var many = statements.ofThisThread(() -> seen("/orders", home.member(0)));

        assertThat(many).hasSameSizeAs(few);
        assertThat(all("/orders?q=鸡蛋第1", ORDER, home.member(0))).hasSize(111).doesNotHaveDuplicates();
        assertThat(found("/orders?q=第207次", ORDER, home.member(0))).containsExactly(codeOf("orders", 207));
        assertThat(found("/orders?q=" + codeOf("orders", 7).toLowerCase(Locale.ROOT), ORDER, home.member(0)))
                .containsExactly(codeOf("orders", 7));
        assertThat(seen("/orders?q=榴莲", home.member(0))).contains("没找到这样的订单", "value=\"榴莲\"");
        assertThat(found("/orders?q=第207次", ORDER, home.member(1))).isEmpty();
    }

    @Test
    @DisplayName("A leader's 500 cycles: every one once, thirty a page, for as many statements as five need")
    void aLeaderLooksThroughYearsOfCycles() {
        copyCycles(1, 4);
        var few = statements.ofThisThread(() -> seen("/lead/cycles", home.leader()));
        copyCycles(5, 499);
        var many = statements.ofThisThread(() -> seen("/lead/cycles", home.leader()));

        assertThat(many).hasSameSizeAs(few);
        assertThat(all("/lead/cycles?q=蔬菜第1", CYCLE, home.leader()))
                .hasSize(111)
                .doesNotHaveDuplicates();
        assertThat(found("/lead/cycles?q=第207期", CYCLE, home.leader())).containsExactly(codeOf("order_cycle", 207));
        assertThat(found("/lead/cycles?q=鸡蛋 30", CYCLE, home.leader()))
                .containsExactly(cycle.code().value());
        assertThat(seen("/lead/cycles?q=榴莲", home.leader())).contains("没找到这样的接龙");
    }

    private List<String> all(String path, Pattern card, MemberId me) {
        var seen = new ArrayList<String>();
        @Nullable String next = path;
        while (next != null) {
            var page = seen(next, me);
            seen.addAll(cards(page, card));
            var link = NEXT.matcher(page);
            next = link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : null;
        }
        return seen;
    }

    private List<String> found(String path, Pattern card, MemberId me) {
        return cards(seen(path, me), card);
    }

    private static List<String> cards(String page, Pattern card) {
        return card.matcher(page).results().map(it -> it.group(1)).toList();
    }

    /** A code of this row's own, after the community's. */
    private String codeOf(String table, int number) {
        return home.card().shortCode() + (table.equals("orders") ? "0" : "1") + "%09d".formatted(number);
    }

    /** Orders like the first, each a minute older, and left unpaid. */
    private void copyOrders(int from, int to) {
        jdbc.sql("""
                        with copied as (
                            insert into orders select {order}'id', gen_random_uuid(),
                                'code', :code || lpad(n::text, 9, '0'), 'pickup_code', 'Z' || lpad(n::text, 5, '0'),
                                'placed_at', o.placed_at - n * interval '1 minute'))).*
                            from (select * from orders where community_id = :community order by placed_at desc limit 1) o,
                                generate_series(:from, :to) n
                            returning community_id, id, code)
                        insert into order_line select {line}'order_id', c.id, 'id', uuidv7(),
                            'product_name', '鸡蛋第' || right(c.code, 9)::int || '次'))).*
                        from copied c, (select * from order_line where community_id = :community limit 1) o
                        """.replace("{order}", COPY.formatted("orders")).replace("{line}", COPY.formatted("order_line")))
                .param("code", home.card().shortCode() + "0")
                .param("community", home.id().value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        update orders set status = 'CLOSED', change_cause = 'unpaid'
                        where community_id = :community and status = 'PLACED' and code like :copies
                        """)
                .param("community", home.id().value())
                .param("copies", home.card().shortCode() + "00000%")
                .update();
    }

    /** Cycles like the first, each closing a second earlier. */
    private void copyCycles(int from, int to) {
        jdbc.sql("""
                        with copied as (
                            insert into order_cycle select {cycle}'id', gen_random_uuid(),
                                'code', :code || lpad(n::text, 9, '0'), 'title', '旧蔬菜第' || n || '期',
                                'cut_off', o.cut_off - n * interval '1 second'))).*
                            from (select * from order_cycle where community_id = :community order by cut_off desc limit 1) o,
                                generate_series(:from, :to) n
                            returning id)
                        insert into cycle_point select {point}'cycle_id', c.id))).*
                        from copied c, (select * from cycle_point where community_id = :community limit 1) o
                        """.replace("{cycle}", COPY.formatted("order_cycle"))
                        .replace("{point}", COPY.formatted("cycle_point")))
                .param("code", home.card().shortCode() + "1")
                .param("community", home.id().value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private String seen(String path, MemberId me) {
        var ascii = URI.create(path.replace(" ", "%20")).toASCIIString();
        var request = mvc.get().uri(URI.create(ascii)).locale(Locale.SIMPLIFIED_CHINESE);
        request.with(authentication(
                new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of())));
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

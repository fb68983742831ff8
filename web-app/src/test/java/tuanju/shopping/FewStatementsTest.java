package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.read;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.ReflectionUtils;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.order.OrderPlaced;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;

/**
 * What an act asks of the database: each statement is a round trip, and while a contested row is locked others wait for it.
 * The numbers may become smaller; who makes one larger says why.
 */
@WebTest
@DisplayName("W-74 an act needs a handful of statements, however many others do the same")
class FewStatementsTest extends CountedShop {

    @Autowired
    PointsDesk desk;

    @Autowired
    Memberships memberships;

    @Autowired
    CheckingIn checkingIn;

    @Autowired
    ConfigurableApplicationContext program;

    @Test
    @DisplayName(
            "a join: who asks, the key, all that is read, the order, then in one what others wait for and the answer")
    void aJoin() {
        String team = read(open(anna), "$.team.code");

        var sent = statements.ofThisThread(() -> join(bert, team));

        var acts =
                List.of("from api_token", "insert into command_key", "sku_card(", "insert into orders", "update team");
        assertThat(sent).hasSameSizeAs(acts);
        assertThat(acts)
                .allSatisfy(act -> assertThat(sent.get(acts.indexOf(act))).contains(act));
        assertThat(sent.get(2)).contains("from team", "pickup_point_card(", "member_price(", "brought_along(");
        assertThat(sent.getLast()).contains("reserve_pieces(", "insert into seat", "keep_answer(");
    }

    @Test
    @DisplayName("I-D1 what the seat's own statement keeps is what was answered, the number of seats with it")
    void aRepeat() {
        String team = read(open(anna), "$.team.code");
        var key = UUID.randomUUID().toString();

        var joined = bert.post("/api/v1/teams/" + team + "/seats", wish(), key);
        var again = bert.post("/api/v1/teams/" + team + "/seats", wish(), key);

        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(body(again)).isEqualTo(body(joined)).contains("\"seatsTaken\":2");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("a join by a neighbour's link costs none more: it is noted in the order's own message")
    void aJoinByALink() {
        String team = read(open(anna), "$.team.code");
        var wish = wish(link("team", team));

        var sent = statements.ofThisThread(() ->
                assertThat(bert.post("/api/v1/teams/" + team + "/seats", wish)).hasStatus(201));

        assertThat(sent).hasSize(5);
        assertThat(sent.get(3)).contains("insert into orders", "insert into attribution");
        assertThat(sent.get(4)).contains("update team");
    }

    @Test
    @DisplayName("a team opened, or goods bought alone, by a neighbour's link cost none more either")
    void anOpeningByALink() {
        var link = link("offer", home.offer().toString());
        var offer = "/api/v1/team-offers/" + home.offer();
        ledAsUnled(offer + "/teams", wish(), wish(link));
        ledAsUnled(offer + "/orders", alone(wish()), alone(wish(link)));
        assertThat(jdbc.sql("select count(*) from attribution a join shared_link l on l.id = a.link_id where"
                                + " l.code = ?")
                        .param(link)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void ledAsUnled(String path, String unledWish, String ledWish) {
        assertThat(ApiClient.signUp(mvc).post(path, unledWish)).hasStatus(201);
        var carl = ApiClient.signUp(mvc);
        var dora = ApiClient.signUp(mvc);

        var unled = statements.ofThisThread(
                () -> assertThat(carl.post(path, unledWish)).hasStatus(201));
        var led = statements.ofThisThread(
                () -> assertThat(dora.post(path, ledWish)).hasStatus(201));

        assertThat(led).hasSameSizeAs(unled);
        assertThat(led)
                .filteredOn(it -> it.contains("insert into attribution"))
                .singleElement()
                .asString()
                .contains("insert into orders");
    }

    /** Who buys alone waits for no team. */
    private static String alone(String wish) {
        return wish.replace("\"whenFull\":\"REFUND\",", "");
    }

    @Test
    @DisplayName("a coupon costs none more: it is read with the rest and set aside in the order's own message")
    void aJoinWithACoupon() {
        String team = read(open(anna), "$.team.code");
        var code = coupon();
        assertThat(bert.post("/api/v1/coupon-campaigns/" + code + "/claims", ""))
                .hasStatus(201);

        var sent = statements.ofThisThread(() -> join(bert, team));

        assertThat(sent).hasSize(5);
        assertThat(sent.get(3)).contains("insert into orders", "insert into coupon_use");
        assertThat(sent.get(4)).contains("update team");
    }

    @Test
    @DisplayName("points cost none more: they are set aside in the order's own message")
    void aJoinWithPoints() {
        String team = read(open(anna), "$.team.code");
        desk.switchOn(home.leader(), home.id());
        var me = new MemberId(UUID.fromString(read(bert.get("/api/v1/members/me"), "$.id")));
        memberships.join(me, home.id());
        checkingIn.checkIn(home.id(), me);

        var sent = statements.ofThisThread(() -> assertThat(bert.post(
                        "/api/v1/teams/" + team + "/seats", wish().replace("}", ",\"coupons\":[\"points-2\"]}")))
                .hasStatus(201));

        assertThat(sent).hasSize(5);
        assertThat(sent.get(3)).contains("insert into orders", "insert into points_hold");
        assertThat(sent.get(4)).contains("update team");
    }

    @Test
    @DisplayName("W-74 a coupon, points, a link and a member day together cost none more, and all of them count")
    void aJoinWithEverything() {
        String team = read(open(anna), "$.team.code");
        var link = link("team", team);
        var campaign = coupon();
        String mine = read(bert.post("/api/v1/coupon-campaigns/" + campaign + "/claims", ""), "$.code");
        desk.switchOn(home.leader(), home.id());
        var me = new MemberId(UUID.fromString(read(bert.get("/api/v1/members/me"), "$.id")));
        memberships.join(me, home.id());
        checkingIn.checkIn(home.id(), me);
        memberDay();
        var wish = wish().replace("}", ",\"from\":\"" + link + "\",\"coupons\":[\"" + mine + "\",\"points-2\"]}");

        var sent = statements.ofThisThread(() ->
                assertThat(bert.post("/api/v1/teams/" + team + "/seats", wish)).hasStatus(201));

        assertThat(sent).hasSize(5);
        assertThat(sent.get(3))
                .containsSubsequence(
                        "insert into orders",
                        "insert into coupon_use",
                        "insert into points_hold",
                        "insert into attribution");
        var kept = jdbc.sql("""
            select (select count(*) from coupon_use u where u.order_id = o.id)
                + (select count(*) from points_hold h where h.order_id = o.id)
                + (select count(*) from attribution a where a.order_id = o.id)
            from orders o where o.buyer_id = ?
            """).param(me.value()).query(Integer.class).single();
        assertThat(kept).isEqualTo(3);
    }

    private void memberDay() {
        jdbc.sql("""
            insert into member_day (community_id, id, code, title, basis_points, weekday, from_minute, until_minute, goods,
                goods_name, visible_from, slot, made_by)
            select ?, uuidv7(), ?, '会员日', 500, extract(isodow from now() at time zone 'Asia/Shanghai'), 0, 1440, 'ALL', '', 0, 1, ?
            """)
                .params(
                        home.id().value(),
                        home.card().shortCode() + "MEMDAY" + "%04d".formatted(System.nanoTime() % 10_000),
                        home.leader().value())
                .update();
    }

    private String coupon() {
        var code = home.card().shortCode() + "C0VP0N" + "%04d".formatted(System.nanoTime() % 10_000);
        jdbc.sql("""
            insert into coupon_campaign (community_id, id, code, title, kind, off_fen, from_fen, goods, goods_name, first_order,
                stacking, funder, budget_fen, per_person, way, opens, closes, made_by)
            values (?, uuidv7(), ?, '水果节', 'AMOUNT', 100, 1000, 'ALL', '', false, 'coupon', 'PLATFORM', 10000, 1, 'CLAIM',
                now(), now() + interval '9 days', ?)
            """).params(home.id().value(), code, home.leader().value()).update();
        return code;
    }

    @Test
    @DisplayName("one more listener to what a join announces costs it no statement and no row more")
    void aJoinThatMoreListenTo() {
        var heardByOne = heardBy(new Ear("FewStatements.first"));
        var heardByTwo = heardBy(new Ear("FewStatements.first"), new Ear("FewStatements.second"));

        assertThat(heardByTwo).isEqualTo(heardByOne).hasSize(6);
        assertThat(heardByTwo.getLast()).contains("insert into outbox_event");
    }

    private List<String> heardBy(Ear... ears) {
        String team = read(open(ApiClient.signUp(mvc)), "$.team.code");
        var buyer = ApiClient.signUp(mvc);
        Stream.of(ears).forEach(program::addApplicationListener);
        try {
            return statements.ofThisThread(() -> join(buyer, team));
        } finally {
            Stream.of(ears).forEach(program::removeApplicationListener);
            int kept = jdbc.sql("delete from outbox_event where 'FewStatements.first' = any (unheard)")
                    .update();
            assertThat(kept).as("rows of the outbox").isOne();
        }
    }

    /** One who listens to joins from now on. */
    private static final class Ear extends TransactionalApplicationListenerMethodAdapter {

        private final String id;

        Ear(String id) {
            super(
                    id,
                    Ear.class,
                    Objects.requireNonNull(ReflectionUtils.findMethod(Ear.class, "on", OrderPlaced.class)));
            this.id = id;
        }

        @TransactionalEventListener
        void on(OrderPlaced event) {
            // it is enough to be told
        }

        @Override
        public String getListenerId() {
            return id;
        }

        @Override
        protected Object getTargetBean() {
            return this;
        }
    }
}

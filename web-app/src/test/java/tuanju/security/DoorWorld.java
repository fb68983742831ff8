package tuanju.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.LeaderApplications;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;
import tuanju.teambuy.joining.TeamOpening;

/** One of everything, belonging to somebody, beside people it does not belong to. */
@TestComponent
@RequiredArgsConstructor
public class DoorWorld {

    private final TeamNeighbourhoods neighbourhoods;
    private final Communities communities;
    private final TeamOpening teams;
    private final CycleOpening opening;
    private final CycleOrdering ordering;
    private final OrderCycles cycles;
    private final Operators operators;
    private final Deputies deputies;
    private final LeaderApplications applications;
    private final Till till;
    private final JdbcClient jdbc;
    private final Map<String, String> examples = new HashMap<>();
    private final Map<Whose, MemberId> rightful = new HashMap<>();
    private final Map<Right, MemberId> without = new EnumMap<>(Right.class);
    private MemberId expired = new MemberId(new UUID(0, 0));
    private MemberId otherLeader = new MemberId(new UUID(0, 0));
    private MemberId otherMember = new MemberId(new UUID(0, 0));

    void found() {
        var home = neighbourhoods.found(4, 2);
        otherLeader = neighbourhoods.found(1, 2).leader();
        otherMember = home.member(1);
        operators.appoint(home.member(2));
        rightful.put(Whose.OPERATOR, home.member(2));
        rightful.put(Whose.OWN, home.member(0));
        rightful.put(Whose.OPEN, otherMember);
        rightful.put(Whose.MEMBER, otherMember);
        rightful.put(Whose.LEADER, home.leader());
        rightful.put(Whose.LED, home.leader());
        applications.apply(home.member(0), new LeaderApplications.Wish(null, "河畔花园", "", "认识两百户邻居"));
        standIns(home);
        place(home);
        team(home);
        cycle(home);
        campaign(home);
        memberDay(home);
        plan(home);
        shop(home);
        taster(home);
        goodsForPoints(home);
        note(home);
        review(home);
        idea(home);
    }

    /** What the table's words stand for. */
    Map<String, String> examples() {
        return examples;
    }

    /** The same words for things that are not there. */
    Map<String, String> absentExamples() {
        var absent = new HashMap<>(examples);
        var home = examples.get("shortCode");
        for (var code : List.of(
                "offer",
                "team",
                "order",
                "cycle",
                "cycleOrder",
                "storefront",
                "link",
                "campaign",
                "memberDay",
                "plan",
                "shop",
                "taster",
                "pointsGoods",
                "redemption",
                "subscription",
                "note",
                "review",
                "idea",
                "comment")) {
            absent.put(code, home + "0000000000");
        }
        for (var id : List.of(
                "point",
                "communityId",
                "orderId",
                "leader",
                "product",
                "sku",
                "deputy",
                "series",
                "template",
                "neighbour",
                "wish",
                "find",
                "question",
                "report")) {
            absent.put(id, new UUID(0, 7).toString());
        }
        absent.put("author", "000000000000");
        absent.put("shortCode", "ZZZZ");
        return absent;
    }

    MemberId rightful(Whose whose) {
        return rightful.getOrDefault(whose, otherMember);
    }

    /** Signed in as whoever this route is for. */
    RequestPostProcessor as(Row row) {
        return as(rightful(row.whose()));
    }

    static RequestPostProcessor as(MemberId me) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    MemberId otherMember() {
        return otherMember;
    }

    MemberId otherLeader() {
        return otherLeader;
    }

    /** An answer without what differs from request to request: the address asked for and the error's reference. */
    String anonymous(String answer) {
        var text = answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        var home = examples.get("shortCode");
        return text.replaceAll(home + "[0-9A-Z]{10}", "CODE")
                .replaceAll("\\b(" + home + "|ZZZZ)\\b", "HOME")
                .replaceAll("(name=\"_csrf\" value=|\"_csrf\" content=)\"[^\"]+\"", "TOKEN")
                .replaceAll("\\b[0-9A-Z]{10}\\b", "REFERENCE");
    }

    private void standIns(TeamNeighbourhood home) {
        var deputy = home.member(3);
        rightful.put(Whose.DEPUTY, deputy);
        examples.put("deputy", mayAll(home, deputy).toString());
        for (var right : Right.values()) {
            var other = neighbourhoods.found(1, 2).member(0);
            name(home, other, EnumSet.complementOf(EnumSet.of(right)));
            without.put(right, other);
        }
        expired = neighbourhoods.found(1, 2).member(0);
        jdbc.sql("update deputy set named_at = now() - interval '2 days', until = now() - interval '1 second'"
                        + " where id = ?")
                .param(mayAll(home, expired))
                .update();
    }

    private UUID mayAll(TeamNeighbourhood home, MemberId member) {
        return name(home, member, EnumSet.allOf(Right.class));
    }

    private UUID name(TeamNeighbourhood home, MemberId member, Set<Right> rights) {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        return deputies.name(home.leader(), new Deputies.Naming(home.id(), member, rights, tomorrow));
    }

    /** A deputy who may do everything but this. */
    MemberId deputyWithout(Right right) {
        return without.getOrDefault(right, otherMember);
    }

    /** A deputy whose last day is over. */
    MemberId expiredDeputy() {
        return expired;
    }

    private void place(TeamNeighbourhood home) {
        examples.put("shortCode", home.card().shortCode());
        examples.put("communityId", home.id().value().toString());
        examples.put("word", "spam");
        examples.put("leader", home.leader().value().toString());
        examples.put("point", home.point().id().toString());
        examples.put("neighbour", home.member(0).value().toString());
        var storefront = communities.nextCode(home.id());
        jdbc.sql("insert into storefront (community_id, leader_id, code) values (?, ?, ?)")
                .params(home.id().value(), home.leader().value(), storefront.value())
                .update();
        examples.put("storefront", storefront.value());
        examples.put("sku", home.sku().value().toString());
        examples.put("offer", home.offer().value());
        examples.put(
                "product",
                jdbc.sql("select id from product where community_id = ?")
                        .param(home.id().value())
                        .query(UUID.class)
                        .single()
                        .toString());
    }

    private void campaign(TeamNeighbourhood home) {
        var code = communities.nextCode(home.id());
        jdbc.sql("""
            insert into coupon_campaign (community_id, id, code, title, kind, off_fen, from_fen, goods, goods_name, first_order,
                stacking, funder, leader_id, budget_fen, per_person, way, opens, closes, made_by)
            values (:community, uuidv7(), :code, '水果节', 'AMOUNT', 100, 5000, 'ALL', '', false, 'leader', 'LEADER', :leader,
                10000, 20, 'CLAIM', now(), now() + interval '9 days', :leader)
            """)
                .param("community", home.id().value())
                .param("code", code.value())
                .param("leader", home.leader().value())
                .update();
        examples.put("campaign", code.value());
    }

    private void memberDay(TeamNeighbourhood home) {
        var code = communities.nextCode(home.id());
        jdbc.sql("""
            insert into member_day (community_id, id, code, title, basis_points, weekday, from_minute, until_minute, goods,
                goods_name, visible_from, leader_id, slot, made_by, ended_at)
            values (:community, uuidv7(), :code, '会员日', 500, 3, 0, 1440, 'ALL', '', 0, :leader, 1, :leader, now())
            """)
                .param("community", home.id().value())
                .param("code", code.value())
                .param("leader", home.leader().value())
                .update();
        examples.put("memberDay", code.value());
    }

    private void plan(TeamNeighbourhood home) {
        var code = communities.nextCode(home.id());
        var taken = communities.nextCode(home.id());
        jdbc.sql("""
            with made as (
                insert into plan (community_id, id, code, title, price_fen, days, basis_points, points_percent, served_first,
                    leader_id, made_by)
                values (:community, uuidv7(), :code, '团友卡', 1990, 30, 300, 100, false, :leader, :leader)
                returning community_id, id, title, price_fen, days, basis_points, points_percent, served_first, leader_id
            )
            insert into plan_subscription (community_id, id, code, order_code, plan_id, member_id, title, price_fen, days,
                basis_points, points_percent, served_first, leader_id, seller_id, status, pay_before, sweep_at, starts_at, ends_at)
            select community_id, uuidv7(), :taken, :order, id, :member, title, price_fen, days, basis_points, points_percent,
                served_first, leader_id, :leader, 'PLACED', now() + interval '9 days', now() + interval '9 days', now(),
                now() + interval '30 days'
            from made
            """)
                .param("community", home.id().value())
                .param("code", code.value())
                .param("taken", taken.value())
                .param("order", communities.nextCode(home.id()).value())
                .param("member", home.member(0).value())
                .param("leader", home.leader().value())
                .update();
        examples.put("plan", code.value());
        examples.put("subscription", taken.value());
    }

    private void shop(TeamNeighbourhood home) {
        var code = communities.nextCode(home.id());
        jdbc.sql("""
            with made as (
                insert into member_shop (community_id, id, code, owner_id, title, introduction)
                values (:community, uuidv7(), :code, :owner, '小李的小店', '') returning community_id, id
            )
            insert into member_shop_goods (community_id, shop_id, kind, code, place, words)
            select community_id, id, 'OFFER', :offer, 1, '' from made
            """)
                .param("community", home.id().value())
                .param("code", code.value())
                .param("owner", home.member(0).value())
                .param("offer", examples.get("offer"))
                .update();
        jdbc.sql("""
            insert into membership (community_id, member_id, source, role) values (:community, :owner, 'OWN_ACT', 'CURATOR')
            on conflict (community_id, member_id) do update set role = 'CURATOR'
            """)
                .param("community", home.id().value())
                .param("owner", home.member(0).value())
                .update();
        var wish = UUID.randomUUID();
        jdbc.sql("""
            insert into member_shop_wish (community_id, id, shop_id, member_id, words)
            select community_id, :id, id, :member, '鸭蛋' from member_shop where code = :code
            """)
                .param("id", wish)
                .param("member", home.leader().value())
                .param("code", code.value())
                .update();
        examples.put("shop", code.value());
        examples.put("wish", wish.toString());
    }

    private void taster(TeamNeighbourhood home) {
        var code = communities.nextCode(home.id());
        var find = UUID.randomUUID();
        var question = UUID.randomUUID();
        jdbc.sql("""
            with one as (
                insert into taster (community_id, id, code, member_id, category, most_a_month, appointed_by)
                values (:community, uuidv7(), :code, :member, '水果', 20, :leader) returning community_id, id
            ), found as (
                insert into tasting (community_id, id, taster_id, title, words, month, nth, most)
                select community_id, :find, id, '杨梅', '', date_trunc('month', now() at time zone 'Asia/Shanghai')::date, 1, 20
                from one
            )
            insert into taster_question (community_id, id, taster_id, member_id, words)
            select community_id, :question, id, :member, '甜吗？' from one
            """)
                .param("community", home.id().value())
                .param("code", code.value())
                .param("member", home.member(0).value())
                .param("leader", home.leader().value())
                .param("find", find)
                .param("question", question)
                .update();
        examples.put("taster", code.value());
        examples.put("find", find.toString());
        examples.put("question", question.toString());
    }

    private void goodsForPoints(TeamNeighbourhood home) {
        var goods = communities.nextCode(home.id());
        var had = communities.nextCode(home.id());
        jdbc.sql("""
            with goods as (
                insert into points_goods (community_id, id, code, leader_id, point_id, title, detail, points, put_in, stock)
                values (:community, uuidv7(), :goods, :leader, :point, '土鸡蛋', '', 1, 9, 8) returning community_id, id
            )
            insert into redemption (community_id, id, code, goods_id, member_id, point_id, title, points, pickup_code)
            select community_id, uuidv7(), :had, id, :member, :point, '土鸡蛋', 1, '7K2M9Q' from goods
            """)
                .param("community", home.id().value())
                .param("goods", goods.value())
                .param("had", had.value())
                .param("leader", home.leader().value())
                .param("member", home.member(0).value())
                .param("point", home.point().id())
                .update();
        jdbc.sql("""
            insert into points_account (community_id, member_id) values (:community, :member) on conflict do nothing
            """)
                .param("community", home.id().value())
                .param("member", home.member(0).value())
                .update();
        jdbc.sql("""
            with lot as (
                insert into points_lot (community_id, id, member_id, rule, points, left_points, usable_from, ends_at)
                values (:community, uuidv7(), :member, 'CHECK_IN', 1, 0, now(), now() + interval '1 year')
                returning community_id, id
            ), came as (
                insert into points_entry (community_id, id, member_id, kind, lot_id, points)
                select community_id, uuidv7(), :member, kind, id, moved.points
                from lot, (values ('CHECKED_IN', 1), ('EXCHANGED', -1)) as moved (kind, points)
            ), paid as (
                insert into points_exchange (community_id, id, member_id, points, what)
                select community_id, id, member_id, points, title from redemption
                where community_id = :community and code = :had returning community_id, id
            )
            insert into points_exchange_lot (community_id, exchange_id, lot_id, points)
            select lot.community_id, paid.id, lot.id, 1 from lot, paid
            """)
                .param("community", home.id().value())
                .param("member", home.member(0).value())
                .param("had", had.value())
                .update();
        examples.put("pointsGoods", goods.value());
        examples.put("redemption", had.value());
    }

    private void note(TeamNeighbourhood home) {
        examples.put("member", home.member(3).value().toString());
        jdbc.sql("""
            insert into membership (community_id, member_id, role, source) values (?, ?, 'MODERATOR', 'OWN_ACT')
            on conflict (community_id, member_id) do update set role = 'MODERATOR'
            """).params(home.id().value(), home.member(0).value()).update();
        examples.put("note", communities.nextCode(home.id()).value());
        examples.put("comment", communities.nextCode(home.id()).value());
        examples.put("author", "%012d".formatted(System.nanoTime() % 1_000_000_000_000L));
        examples.put("reaction", "USEFUL");
        examples.put("report", UUID.randomUUID().toString());
        jdbc.sql("""
            with author as (
                insert into note_author (member_id, code) values (:author, :authorCode)
            ), written as (
                insert into note (community_id, id, code, author_id, title, body, pictures, topics, promoted)
                values (:community, :note, :code, :author, '番茄炒蛋', '三分钟的事', '{}', '{}', false)
            ), said as (
                insert into note_comment (community_id, id, code, note_id, author_id, level, body)
                values (:community, uuidv7(), :comment, :note, :author, 1, '真甜')
            ), about as (
                insert into conduct_case (community_id, id, kind, code, author_id, title, severity, due_at)
                values (:community, :report::uuid, 'NOTE', :code, :author, '番茄炒蛋', 1, now() + interval '72 hours')
            )
            insert into conduct_evidence (community_id, case_id, version, words) values (:community, :report::uuid, 1, '番茄炒蛋')
            """)
                .param("community", home.id().value())
                .param("note", UUID.randomUUID())
                .param("author", home.member(0).value())
                .param("authorCode", examples.get("author"))
                .param("code", examples.get("note"))
                .param("comment", examples.get("comment"))
                .param("report", examples.get("report"))
                .update();
    }

    private void review(TeamNeighbourhood home) {
        examples.put("review", communities.nextCode(home.id()).value());
        jdbc.sql("""
            insert into review (community_id, id, code, order_id, product_id, product_name, author_id, taste, freshness,
                as_described, words)
            values (:community, uuidv7(), :code, uuidv7(), :product::uuid, '葡萄', :author, 5, 4, 5, '真甜')
            """)
                .param("community", home.id().value())
                .param("code", examples.get("review"))
                .param("product", examples.get("product"))
                .param("author", home.member(0).value())
                .update();
    }

    private void idea(TeamNeighbourhood home) {
        examples.put("idea", communities.nextCode(home.id()).value());
        jdbc.sql("""
            insert into idea (community_id, id, code, author_id, kind, title, body)
            values (:community, uuidv7(), :code, :author, 'WISH', '杂粮', '小米、燕麦')
            """)
                .param("community", home.id().value())
                .param("code", examples.get("idea"))
                .param("author", home.member(0).value())
                .update();
    }

    private void team(TeamNeighbourhood home) {
        var taken = teams.open(home.member(0), home.offer(), home.one());
        till.pay(home, home.member(0), taken.order().code());
        examples.put("team", taken.team().code().value());
        var link = communities.nextCode(home.id());
        jdbc.sql("insert into shared_link (community_id, id, code, sharer_id, target_kind, target_code)"
                        + " values (?, uuidv7(), ?, ?, 'team', ?)")
                .params(home.id().value(), link.value(), home.member(0).value(), examples.get("team"))
                .update();
        examples.put("link", link.value());
        var alone = teams.buyAlone(home.member(0), home.offer(), home.one()).code();
        till.pay(home, home.member(0), alone);
        examples.put("order", alone.value());
        examples.put("orderId", till.idOf(alone).toString());
    }

    private void cycle(TeamNeighbourhood home) {
        var point = home.point();
        var cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, 2), Door.of("3", "502"), "");
        Code order = ordering.order(home.member(0), cycle.code(), wish).code();
        till.pay(home, home.member(0), order);
        examples.put("series", UUID.randomUUID().toString());
        examples.put("template", UUID.randomUUID().toString());
        jdbc.sql("""
            insert into cycle_series (community_id, id, leader_id, cycle_id, every_weeks, weekday, at, opens, next_at)
            values (?, ?::uuid, ?, ?, 1, 1, '08:00', true, now() + interval '9 days')
            """)
                .params(home.id().value(), examples.get("series"), home.leader().value(), cycle.id())
                .update();
        jdbc.sql("insert into cycle_template (community_id, id, leader_id, cycle_id, name) values (?, ?::uuid,"
                        + " ?, ?, '水果')")
                .params(
                        home.id().value(),
                        examples.get("template"),
                        home.leader().value(),
                        cycle.id())
                .update();
        examples.put("cycle", cycle.code().value());
        examples.put("cycleProduct", product.toString());
        examples.put("cycleOrder", order.value());
    }
}

package tuanju.shopping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Jobs;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.ProductForm;
import tuanju.catalog.SkuForm;
import tuanju.catalog.SkuId;
import tuanju.catalog.Stocking;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.WhenFull;
import tuanju.order.paying.OrderPaying;
import tuanju.payment.OfflinePayments;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;
import tuanju.teambuy.offering.OfferForm;
import tuanju.teambuy.offering.TeamOfferEditing;

/** Founds a community for each test, with grapes at ¥52.00 alone and ¥39.90 in a team. */
@TestComponent
@RequiredArgsConstructor
public class Street {

    static final long ALONE_FEN = 52_00;
    static final long TEAM_FEN = 39_90;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final ProductEditing products;
    private final Stocking stocking;
    private final TeamOfferEditing offers;
    private final TeamOpening opening;
    private final TeamJoining joining;
    private final OrderPaying paying;
    private final OfflinePayments cash;
    private final Jobs jobs;

    /** A member with the phone they sign in with. */
    record Neighbour(MemberId id, String phone) {}

    /** A community and what is on sale in it. */
    record Home(CommunityId id, Neighbour leader, UUID point, SkuId sku, Code offer) {}

    Home found(int size, String product, String description) {
        var leader = neighbour("王团长");
        var community = communities.found("紫龙路" + leader.phone().substring(6), "上海市闵行区");
        leaders.appoint(leader.id(), community.id(), leader.id());
        var place = new PickupPlace("3号门", "3号门旁", "紫龙路500弄3号门岗亭", "9:00–20:00", "");
        var point = points.open(community.id(), leader.id(), place).id();
        var goods = new ProductForm(product, description, "云南", "水果", List.of());
        var id = products.create(community.id(), goods, leader.id());
        var sku = products.addSku(community.id(), id, new SkuForm("2斤", ALONE_FEN, 3), leader.id());
        stocking.adjust(community.id(), sku, 50, leader.id());
        var offer = offers.create(community.id(), terms(sku, TEAM_FEN, size), leader.id());
        return new Home(community.id(), leader, point, sku, offer);
    }

    Home found(int size) {
        return found(size, "阳光玫瑰葡萄", "当天采摘，皮薄无籽。");
    }

    Neighbour neighbour(String name) {
        var id = Ids.next();
        var phone = "135" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                .params(id, phone, name, Math.floorMod(name.hashCode(), 360))
                .update();
        return new Neighbour(new MemberId(id), phone);
    }

    /** From now on new teams cost this much. */
    void reprice(Home home, long fen, int size) {
        offers.edit(home.offer(), terms(home.sku(), fen, size), home.leader().id());
    }

    /** A team whose first seat is paid. */
    Code team(Home home, Neighbour opener) {
        var taken = opening.open(opener.id(), home.offer(), request(home));
        receive(home, opener, taken.order().code());
        return taken.team().code();
    }

    /** A seat that is held and not paid; answers the order. */
    Code seat(Home home, Code team, Neighbour neighbour) {
        return joining.join(neighbour.id(), team, request(home)).order().code();
    }

    /** The leader has the money in cash. */
    void receive(Home home, Neighbour payer, Code order) {
        paying.pay(payer.id(), order, "offline");
        var payment = jdbc.sql("""
                        select p.code from payment p join orders o on o.community_id = p.community_id and o.id = p.order_id
                        where o.code = ? and p.provider = 'offline'
                        """).param(order.value()).query(String.class).single();
        cash.received(home.id(), payment, home.leader().id(), "");
    }

    /** As if the ten minutes of every unpaid seat of this team were over, and the sweep had come. */
    void letHoldsRunOut(Home home, Code team) {
        jdbc.sql("""
                        update seat set held_until = now() - interval '1 second'
                        where community_id = :community and status = 'HELD'
                            and team_id = (select id from team where community_id = :community and code = :code)
                        """)
                .param("community", home.id().value())
                .param("code", team.value())
                .update();
        jobs.run("teambuy-sweep");
    }

    /** As if its time were over, and the sweep had come. */
    void letLapse(Home home, Code team) {
        jdbc.sql("update team set deadline = now() - interval '1 second' where community_id = ? and code = ?")
                .params(home.id().value(), team.value())
                .update();
        jobs.run("teambuy-sweep");
    }

    int seatsTaken(Home home, Code team) {
        return jdbc.sql("select seats_taken from team where community_id = ? and code = ?")
                .params(home.id().value(), team.value())
                .query(Integer.class)
                .single();
    }

    /** What each order of a team amounts to, in fen. */
    List<Long> amountsOf(Code team) {
        return jdbc.sql("select amount_fen from orders where source_code = ?")
                .param(team.value())
                .query(Long.class)
                .list();
    }

    /** What the phone was told; all of them share an address here, which may ask only so often. */
    String signInCode(Neighbour neighbour) {
        jdbc.sql("delete from rate_limit where key like 'address code%'").update();
        return jdbc.sql("select text from sms_outbox where phone = ? order by id desc limit 1")
                .param(neighbour.phone())
                .query(String.class)
                .single()
                .replaceAll(".*?\\b([0-9]{6})\\b.*", "$1");
    }

    private static SeatRequest request(Home home) {
        return new SeatRequest(1, WhenFull.REFUND, home.point(), "", null);
    }

    private static OfferForm terms(SkuId sku, long fen, int size) {
        var now = Instant.now();
        return new OfferForm(sku, fen, size, 24, 1, now.minusSeconds(60), now.plus(Duration.ofDays(7)));
    }
}

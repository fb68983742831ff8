package tuanju.journeys;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.paying.OrderPaying;
import tuanju.order.WhenFull;
import tuanju.payment.OfflinePayments;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.TeamOffers;
import tuanju.teambuy.joining.TeamOpening;

/** Other people of the demo community, who do their part behind the scenes and pay their leader in cash. */
@TestComponent
@RequiredArgsConstructor
public class Neighbours {

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupPoints points;
    private final TeamOffers offers;
    private final TeamOpening opening;
    private final TeamJoining joining;
    private final OrderPaying paying;
    private final OfflinePayments cash;

    /** A phone nobody has signed up with. */
    public String anyPhone() {
        return "139" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    /** Somebody new in the community, who signs in by code. */
    public MemberId neighbour(String name, String phone) {
        var id = Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                .params(id, phone, name, Math.floorMod(name.hashCode(), 360))
                .update();
        return new MemberId(id);
    }

    /** What is on offer in the demo community under this name. */
    public OfferCard offer(String title) {
        return offers.all(community().id()).stream()
                .filter(it -> it.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Where the demo community's cycle of this title is read. */
    public String cyclePath(String title) {
        return "/c/"
                + jdbc.sql("select code from order_cycle where community_id = ? and title = ?")
                        .params(community().id().value(), title)
                        .query(String.class)
                        .single();
    }

    /** The link's code of a team that this person has just opened and paid. */
    public Code teamOpenedBy(String name, String title) {
        var opener = neighbour(name, anyPhone());
        var taken = opening.open(opener, offer(title).code(), wish());
        receive(opener, taken.order().code());
        return taken.team().code();
    }

    /** Somebody else takes a seat and pays it. */
    public void join(String name, Code team) {
        var joiner = neighbour(name, anyPhone());
        receive(joiner, joining.join(joiner, team, wish()).order().code());
    }

    /** Where a team stands, as the table says: "OPEN, 1 paid". */
    public String teamStands(Code team) {
        return jdbc.sql("select status || ', ' || seats_paid || ' paid' from team where code = ?")
                .param(team.value())
                .query(String.class)
                .single();
    }

    /** What an order's buyer has to say at the desk. */
    public String pickupCode(Code order) {
        return jdbc.sql("select pickup_code from orders where code = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    /** So many bags that wait today at the desk of the first pickup point; answers their pickup codes. */
    public List<String> bagsWaiting(int bags, String title) {
        var codes = bags(bags, title);
        jdbc.sql("""
                        update orders set pickup_from = now() - interval '1 hour', pickup_until = now() + interval '8 hours'
                        where pickup_code in (:codes)
                        """).param("codes", codes).update();
        return codes;
    }

    private List<String> bags(int bags, String title) {
        return IntStream.range(0, bags)
                .mapToObj(number -> neighbour("邻居" + number, anyPhone()))
                .map(buyer -> {
                    var order =
                            opening.buyAlone(buyer, offer(title).code(), wish()).code();
                    receive(buyer, order);
                    return pickupCode(order);
                })
                .toList();
    }

    /** How many of the orders with these pickup codes have been collected. */
    public int collected(List<String> pickupCodes) {
        return jdbc.sql("select count(*) from orders where status = 'COLLECTED' and pickup_code in (:codes)")
                .param("codes", pickupCodes)
                .query(Integer.class)
                .single();
    }

    /** Those of these pickup codes whose bags still wait. */
    public List<String> waiting(List<String> pickupCodes) {
        return jdbc.sql("select pickup_code from orders where status = 'CONFIRMED' and pickup_code in (:codes)")
                .param("codes", pickupCodes)
                .query((row, number) -> row.getString("pickup_code"))
                .list();
    }

    /** What providers took for an order and gave back, in fen: "3580 taken, 0 given back". */
    public String money(Code order) {
        return jdbc.sql("""
                        select coalesce((select sum(amount_fen) from capture c where c.order_id = o.id), 0) || ' taken, '
                            || coalesce((select sum(amount_fen) from refund r where r.order_id = o.id
                                and r.status = 'DONE'), 0) || ' given back'
                        from orders o where o.code = ?
                        """).param(order.value()).query(String.class).single();
    }

    private CommunityCard community() {
        return communities.all().stream()
                .filter(it -> it.name().equals("桂花里"))
                .findFirst()
                .orElseThrow();
    }

    private SeatRequest wish() {
        var point = points.in(community().id()).getFirst().id();
        return new SeatRequest(1, WhenFull.REFUND, point, "", null);
    }

    private void receive(MemberId payer, Code order) {
        paying.pay(payer, order, "offline");
        var payment = jdbc.sql("""
                        select p.code from payment p join orders o on o.community_id = p.community_id and o.id = p.order_id
                        where o.code = ? and p.provider = 'offline'
                        """).param(order.value()).query(String.class).single();
        var home = community().id();
        cash.received(home, payment, leaders.of(home).getFirst(), "");
    }
}

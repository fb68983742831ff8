package tuanju.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Neighbourhood;
import support.Till;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.community.PickupPointCard;
import tuanju.cycle.closing.CycleDeciding;
import tuanju.cycle.closing.CycleSettling;
import tuanju.cycle.ordering.CycleChanging;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** Plays rounds of ordering in tests: opens cycles, orders, pays, and lets time pass. */
@TestComponent
@RequiredArgsConstructor
public class CycleRound {

    private final CycleOpening opening;
    private final CycleOrdering ordering;
    private final CycleChanging changing;
    private final CycleDeciding deciding;
    private final CycleSettling settling;
    private final CycleProducts products;
    private final OrderCycles cycles;
    private final Till till;
    private final JdbcClient jdbc;

    /** Eggs at ¥29.90, open for the next five hours and to be fetched tomorrow. */
    public static CyclePlan eggs(Neighbourhood home) {
        var now = Instant.now();
        return new CyclePlan(
                "周一鸡蛋",
                List.of(new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), null)),
                now.minusSeconds(1),
                now.plus(Duration.ofHours(5)),
                PickupPlace.of(home.point()),
                now.plus(Duration.ofHours(20)),
                now.plus(Duration.ofHours(30)));
    }

    public static CyclePlan.Item eggs(long fen) {
        return new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofFen(fen), null);
    }

    public static CyclePlan.Item limited(long fen, int limit) {
        return new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofFen(fen), limit);
    }

    public static CyclePlan.Item cased(long fen, int caseSize) {
        return new CyclePlan.Item(null, "本地草莓", "1斤", null, Money.ofFen(fen), null, new ProductTerms(caseSize, null));
    }

    public static CyclePlan.Item pears(long fen, ProductTerms terms) {
        return new CyclePlan.Item(null, "翠冠梨", "1斤", null, Money.ofFen(fen), null, terms);
    }

    public CycleCard open(Neighbourhood home, @Nullable Minimum minimum, CyclePlan.Item... items) {
        return open(home, new CycleTerms(minimum, null), items);
    }

    /** With so much off every order from an amount on. */
    public CycleCard openGiving(Neighbourhood home, LeaderDiscount discount, CyclePlan.Item... items) {
        return open(home, new CycleTerms(null, null, discount), items);
    }

    /** With pears of about 500 g at ¥20 per 500 g behind these. */
    public CycleCard openWithPears(Neighbourhood home, CyclePlan.Item first) {
        return open(home, (Minimum) null, first, pearsByWeight());
    }

    /** Pears of about 500 g at ¥20 per 500 g. */
    public static CyclePlan.Item pearsByWeight() {
        return pears(20_00, new ProductTerms(1, null, new ByWeight(500, 10, Money.ofYuan("20"))));
    }

    public CycleCard openWithBoxfill(Neighbourhood home, CyclePlan.Item... items) {
        return open(home, new CycleTerms(null, tonight().plus(2, ChronoUnit.HOURS)), items);
    }

    /** Eggs at ¥29.90, collected twelve hours after the cut-off at the first point and a day later at each further one. */
    public CycleCard openAt(Neighbourhood home, PickupPointCard... where) {
        var points = new ArrayList<CyclePoint>();
        for (var point : where) {
            var from = tonight().plus(12 + 24L * points.size(), ChronoUnit.HOURS);
            points.add(new CyclePoint(PickupPlace.of(point), from, from.plus(8, ChronoUnit.HOURS)));
        }
        var plan = new CyclePlan(
                "周三水果",
                List.of(eggs(29_90)),
                Instant.now().minus(1, ChronoUnit.DAYS),
                tonight(),
                points,
                new CycleTerms(null, null));
        return opening.open(home.leader(), home.id(), plan);
    }

    /** Orders one piece for this door at this point, and pays. */
    public Code paidAt(Neighbourhood home, CycleCard cycle, int member, UUID point, String building, String room) {
        return paidAt(home, cycle, member, point, Door.of(building, room));
    }

    public Code paidAt(Neighbourhood home, CycleCard cycle, int member, UUID point, Door door) {
        var wish = new CycleOrdering.Wish(quantities(cycle, 1), Map.of(), door, "", point);
        var order = ordering.order(home.member(member), cycle.code(), wish).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    private CycleCard open(Neighbourhood home, CycleTerms terms, CyclePlan.Item... items) {
        var from = tonight().plus(12, ChronoUnit.HOURS);
        return opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周三水果",
                        List.of(items),
                        Instant.now().minus(1, ChronoUnit.DAYS),
                        tonight(),
                        PickupPlace.of(home.point()),
                        from,
                        from.plus(11, ChronoUnit.HOURS),
                        terms));
    }

    private static Instant tonight() {
        return Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Orders pieces of the cycle's products in their order. */
    public Code placed(Neighbourhood home, CycleCard cycle, int member, int... pieces) {
        var wish = new CycleOrdering.Wish(quantities(cycle, pieces), Door.of("86", "80" + member), "");
        return ordering.order(home.member(member), cycle.code(), wish).code();
    }

    public Code paid(Neighbourhood home, CycleCard cycle, int member, int... pieces) {
        var order = placed(home, cycle, member, pieces);
        till.pay(home, home.member(member), order);
        return order;
    }

    /** Orders so many of the first product, and would take up to so many. */
    public Code paidUpTo(Neighbourhood home, CycleCard cycle, int member, int pieces, int upTo) {
        var wish = new CycleOrdering.Wish(
                quantities(cycle, pieces), quantities(cycle, upTo), Door.of("86", "80" + member), "");
        var order = ordering.order(home.member(member), cycle.code(), wish).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    public void keep(Neighbourhood home, CycleCard cycle, int member, Code order, int... pieces) {
        changing.keep(home.member(member), cycle.code(), order, quantities(cycle, pieces));
    }

    public Code orderOf(Neighbourhood home, int member) {
        return jdbc.sql("select code from orders where buyer_id = ? order by placed_at limit 1")
                .param(home.member(member).value())
                .query(String.class)
                .optional()
                .map(Code::new)
                .orElseThrow();
    }

    public void decide(CycleCard cycle) {
        deciding.decideIfDue(new CutOffs.Due(cycle.community(), cycle.id()));
    }

    /** Runs the task of every order of the cycle, as the scheduler would; it may be doing so itself. */
    public void settleAll(CycleCard cycle) {
        jdbc.sql("select id from orders where community_id = ? and source_id = ? and status in ('PAID', 'CONFIRMED')")
                .params(cycle.community().value(), cycle.id())
                .query(UUID.class)
                .list()
                .forEach(order -> settling.settle(cycle.community(), cycle.id(), new OrderId(order)));
    }

    /** So long ago that nobody is waited for. */
    public void letTheCutOffCome(CycleCard cycle) {
        force(cycle, "update order_cycle set cut_off = now() - interval '20 minutes'");
    }

    public void letTheCutOffComeJustNow(CycleCard cycle) {
        force(cycle, "update order_cycle set cut_off = now() - interval '1 second'");
    }

    public void letTheDecisionPass(CycleCard cycle) {
        force(cycle, "update order_cycle set decide_by = now() - interval '1 second'");
    }

    public void letBoxfillEnd(CycleCard cycle) {
        force(cycle, "update order_cycle set boxfill_until = now() - interval '16 minutes'");
    }

    /** The goods are here, and what was ordered is collected from an hour ago on, at whatever point. */
    public void arriveToday(CycleCard cycle) {
        force(cycle, "update order_cycle set status = 'CLOSED'");
        force(cycle, "update order_cycle set status = 'ARRIVED'");
        jdbc.sql("""
                        update orders set pickup_from = now() - interval '1 hour', pickup_until = now() + interval '8 hours'
                        where source_id = ?
                        """).param(cycle.id()).update();
    }

    public void force(CycleCard cycle, String statement) {
        jdbc.sql(statement + " where community_id = ? and id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();
    }

    /** Statuses of the cycle's history, oldest first. */
    public List<String> steps(CycleCard cycle) {
        return jdbc.sql("select to_status from order_cycle_history where cycle_id = ? order by step")
                .param(cycle.id())
                .query(String.class)
                .list();
    }

    /** What is left of the first product. */
    @Nullable
    public Integer left(CycleCard cycle) {
        return products.of(cycles.byCode(cycle.code())).getFirst().left();
    }

    private Map<UUID, Integer> quantities(CycleCard cycle, int... pieces) {
        var offered = products.of(cycle);
        var quantities = new HashMap<UUID, Integer>();
        for (int i = 0; i < pieces.length; i++) {
            quantities.put(offered.get(i).id(), pieces[i]);
        }
        return quantities;
    }
}

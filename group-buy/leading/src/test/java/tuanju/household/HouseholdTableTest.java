package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.address.Door;
import tuanju.chain.Chains;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.order.OrderId;
import tuanju.order.dues.TakenByHand;
import tuanju.order.fulfilment.Handover;

@ModuleTest
@DisplayName("W-54 one row a household, with what it owes and where its bag is")
class HouseholdTableTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private HouseholdTable table;

    @Autowired
    private TakenByHand taken;

    @Autowired
    private Handover handover;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    /** What a chip comes to. */
    private record Sum(int households, long open, long tooMuch, long cost, long pieces) {

        Sum plus(Sum other) {
            return new Sum(
                    households + other.households,
                    open + other.open,
                    tooMuch + other.tooMuch,
                    cost + other.cost,
                    pieces + other.pieces);
        }
    }

    private record Counted(
            String door, String status, long open, long tooMuch, long cost, long pieces, boolean isCollected) {}

    @RepeatedTest(6)
    void eachChipComesToWhatTheOrdersComeToCountedByHand(RepetitionInfo which) {
        var random = new Random(which.getCurrentRepetition());
        var home = neighbourhoods.found(6);
        var cycle = anything(home, random);
        var current = cycles.byCode(cycle.code());

        var rows = table.of(current);

        var expected = recount(current);
        for (var chip : List.of(Chip.ALL, Chip.UNPAID, Chip.NOT_FETCHED, Chip.TO_PAY_BACK)) {
            assertThat(sum(rows, chip)).as(chip.name()).isEqualTo(expected.get(chip));
        }
        assertThat(rows).isSortedAccordingTo(Sort.DOOR.order());
    }

    /** Guests of a list and members, some paid, some handed over, some gone again. */
    private CycleCard anything(Neighbourhood home, Random random) {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var text = new StringBuilder();
        int guests = 3 + random.nextInt(12);
        for (int at = 1; at <= guests; at++) {
            text.append("%d. 客人%s %d-%d01 鸡蛋%d份%s%n"
                    .formatted(
                            at,
                            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰".charAt(at - 1),
                            1 + random.nextInt(3),
                            2 + random.nextInt(4),
                            1 + random.nextInt(3),
                            random.nextBoolean() ? " 已付" : ""));
        }
        Chains.take(program, home, cycle, text.toString());
        for (int member = 0; member < 6; member++) {
            var door = Door.of(Integer.toString(1 + random.nextInt(3)), (2 + random.nextInt(4)) + "01");
            if (random.nextInt(3) > 0) {
                round.paidAt(home, cycle, member, home.point().id(), door);
            } else {
                round.placed(home, cycle, member, 1);
            }
        }
        if (random.nextBoolean()) {
            round.arriveToday(cycle);
        }
        orders(cycle).forEach(order -> happens(home, order, random));
        return cycle;
    }

    private record Order(UUID id, String kind, String status) {}

    private List<Order> orders(CycleCard cycle) {
        return jdbc.sql("select id, kind, status from orders where source_id = ? order by id")
                .param(cycle.id())
                .query((row, number) ->
                        new Order(row.getObject("id", UUID.class), row.getString("kind"), row.getString("status")))
                .list();
    }

    private void happens(Neighbourhood home, Order order, Random random) {
        var id = new OrderId(order.id());
        if (order.kind().equals("IMPORT") && random.nextInt(3) == 0) {
            transaction.executeWithoutResult(
                    status -> taken.all(home.id(), id, home.leader(), TakenByHand.Cause.TICKED));
        }
        if (order.status().equals("CONFIRMED") && random.nextInt(3) == 0) {
            transaction.executeWithoutResult(status -> handover.collect(home.id(), id, home.leader()));
        }
    }

    /** By door, in plain arithmetic. */
    private Map<Chip, Sum> recount(CycleCard cycle) {
        var byDoor = jdbc
                .sql("""
                        select o.address_building || '-' || o.address_unit || '-' || o.address_room as door, o.status,
                            d.open_fen, d.too_much_fen, d.here_fen + d.to_leader_fen + d.open_fen as cost,
                            (select sum(l.quantity) from order_line l where l.order_id = o.id) as pieces,
                            o.collected_at is not null as collected
                        from orders o join order_due d on d.order_id = o.id
                        where o.source_id = ? and (o.status not in ('CLOSED', 'REFUNDED') or d.too_much_fen > 0)
                        """)
                .param(cycle.id())
                .query((row, number) -> new Counted(
                        row.getString("door"),
                        row.getString("status"),
                        row.getLong("open_fen"),
                        row.getLong("too_much_fen"),
                        row.getLong("cost"),
                        row.getString("status").equals("CLOSED") ? 0 : row.getLong("pieces"),
                        row.getBoolean("collected")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Counted::door));
        var sums = new EnumMap<Chip, Sum>(Chip.class);
        for (var chip : Chip.values()) {
            sums.put(chip, new Sum(0, 0, 0, 0, 0));
        }
        byDoor.values().forEach(orders -> {
            var all = sum(orders);
            sums.merge(Chip.ALL, all, Sum::plus);
            put(sums, Chip.UNPAID, all, all.open() > 0);
            put(sums, Chip.TO_PAY_BACK, all, all.tooMuch() > 0);
            put(
                    sums,
                    Chip.NOT_FETCHED,
                    all,
                    orders.stream()
                            .anyMatch(it -> it.status().equals("CONFIRMED")
                                    || it.status().equals("PAID")));
        });
        return sums;
    }

    private static void put(Map<Chip, Sum> sums, Chip chip, Sum sum, boolean isMeant) {
        if (isMeant) {
            sums.merge(chip, sum, Sum::plus);
        }
    }

    private static Sum sum(List<Counted> orders) {
        return new Sum(
                1,
                orders.stream().mapToLong(Counted::open).sum(),
                orders.stream().mapToLong(Counted::tooMuch).sum(),
                orders.stream().mapToLong(Counted::cost).sum(),
                orders.stream().mapToLong(Counted::pieces).sum());
    }

    private static Sum sum(List<HouseholdRow> rows, Chip chip) {
        var sum = HouseholdSum.of(rows.stream().filter(it -> it.isOn(chip)).toList());
        return new Sum(
                sum.households(),
                sum.dues().open().fen(),
                sum.dues().tooMuch().fen(),
                sum.cost().fen(),
                sum.pieces());
    }

    @Test
    void aHouseholdWithoutARoomOrInABuildingWithUnitsHasNoWholeDoor() {
        var home = neighbourhoods.found(3);
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        round.paidAt(home, cycle, 0, home.point().id(), new Door("", "3", "1", "502"));
        round.paidAt(home, cycle, 1, home.point().id(), Door.of("9", ""));
        round.paidAt(home, cycle, 2, home.point().id(), Door.of("9", "101"));

        var without =
                table.of(cycle).stream().filter(it -> it.isOn(Chip.NO_DOOR)).toList();

        assertThat(without).extracting(HouseholdRow::door).containsExactly("9");
    }

    @Test
    void saysWhoMarkedItLastAndWhen() {
        var home = neighbourhoods.found(1);
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        Chains.take(program, home, cycle, "1. 张三 3-502 鸡蛋2份\n");
        var order = new OrderId(orders(cycle).getFirst().id());
        assertThat(only(cycle).last()).isNull();

        transaction.executeWithoutResult(
                status -> taken.all(home.id(), order, home.leader(), TakenByHand.Cause.TICKED));

        var marked = only(cycle).last();
        assertThat(marked).isNotNull();
        assertThat(marked.did().name()).isEqualTo("TAKEN");
        assertThat(marked.by()).isEqualTo(home.leader());
        assertThat(marked.name()).startsWith("邻居");
        assertThat(only(cycle).isOn(Chip.UNPAID)).isFalse();
    }

    private HouseholdRow only(CycleCard cycle) {
        var rows = table.of(cycle);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void pagesMeetInEverySortAlsoWhenTheLastOfAPageIsMarkedMeanwhile() {
        var home = neighbourhoods.found(1);
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        Chains.take(program, home, cycle, Chains.households(120));
        var rows = table.of(cycle);
        for (var sort : Sort.values()) {
            assertThat(walk(rows, sort)).as(sort.name()).hasSize(rows.size()).doesNotHaveDuplicates();
        }

        var first = HouseholdsShown.of(rows, query(Chip.UNPAID, Sort.DOOR, null));
        var last = first.shown().getLast();
        var order = new OrderId(last.orders().getFirst().id().value());
        transaction.executeWithoutResult(
                status -> taken.all(home.id(), order, home.leader(), TakenByHand.Cause.TICKED));
        var second = HouseholdsShown.of(table.of(cycle), query(Chip.UNPAID, Sort.DOOR, first.next()));

        var unpaid = rows.stream().filter(it -> it.isOn(Chip.UNPAID)).toList();
        assertThat(second.shown().getFirst().key()).isEqualTo(unpaid.get(50).key());
    }

    private static List<String> walk(List<HouseholdRow> rows, Sort sort) {
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = HouseholdsShown.of(rows, query(Chip.ALL, sort, after));
            page.shown().forEach(it -> seen.add(it.key()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    private static HouseholdQuery query(Chip chip, Sort sort, String after) {
        return new HouseholdQuery(chip, null, sort, after, null);
    }
}

package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.address.Door;
import tuanju.chain.Chains;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.desk.LeftWith;
import tuanju.household.MoneyActs.Way;

/** Who paid waits at 3-502, whoever else at 3-601; both may be sent to the shop. */
@ModuleTest
@DisplayName("W-54 what is taken back is only what nobody has changed since")
class HouseholdUndoTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private PickupPoints pickupPoints;

    @Autowired
    private CycleRound round;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private HouseholdTable table;

    @Autowired
    private HouseholdActs acts;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private PickupPointCard shop;
    private CycleCard cycle;

    @BeforeEach
    void twoGuests() {
        home = neighbourhoods.found(6);
        shop = pickupPoints.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        cycle = round.openAt(home, home.point(), shop);
        Chains.take(program, home, cycle, "1. 张三 3-502 鸡蛋2份\n2. 李四 3-601 鸡蛋1份\n");
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void aDoorThatSomebodyElseHasPutRightSinceStays() {
        var first = acts.door(of(row("3-502")), Door.of("7", "1201"));
        acts.door(of(row("7-1201")), Door.of("8", "101"));

        assertThatThrownBy(() -> undo(first)).isInstanceOf(NothingToDo.class).hasMessage("household-changed-since");

        assertThat(rows()).extracting(HouseholdRow::door).containsExactly("3-601", "8-101");
    }

    @Test
    void aDoorThatIsRightAlreadyIsNoActAndBringsNoOlderOneBack() {
        acts.door(of(row("3-502")), Door.of("5", "602"));

        assertThatThrownBy(() -> acts.door(of(row("5-602")), Door.of("5", "602")))
                .isInstanceOf(NothingToDo.class);

        assertThat(rows()).extracting(HouseholdRow::door).containsExactly("3-601", "5-602");
    }

    @Test
    void whatWasLookedAtByThisIsToBeLookedAtAgain() {
        toBeLookedAt(row("3-502"));
        var kept = acts.door(of(row("3-502")), Door.of("3", "502"));
        assertThat(row("3-502").isOn(Chip.LOOK)).isFalse();

        undo(kept);

        assertThat(row("3-502").isOn(Chip.LOOK)).isTrue();
        var right = acts.door(of(row("3-502")), Door.of("5", "602"));
        undo(right);
        assertThat(row("3-502").isOn(Chip.LOOK)).isTrue();
    }

    @Test
    void whoeverSentOneOnKeepsItThereAndTheOthersComeBack() {
        var moved = acts.moved(all(), shop.id());
        acts.moved(of(row("3-502")), home.point().id());
        acts.moved(of(row("3-502")), shop.id());

        undo(moved);

        assertThat(row("3-502").bag().point().id()).isEqualTo(shop.id());
        assertThat(row("3-601").bag().point().id()).isEqualTo(home.point().id());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void aHouseholdThatHasAnotherOrderNotPaidYetIsHandedOver() {
        cycle = round.open(home, null, CycleRound.eggs(29_90));
        var list = new StringBuilder();
        for (int member = 0; member < 6; member++) {
            round.placed(home, cycle, member, 1);
            list.append("%d. 客人%s 86-80%d 鸡蛋1份 已付%n".formatted(member + 1, "甲乙丙丁戊己".charAt(member), member));
        }
        Chains.take(program, home, cycle, list.toString());
        round.arriveToday(cycle);
        var mixed = rows().stream().filter(it -> it.door().startsWith("86-")).toList();
        assertThat(mixed).hasSize(6).allMatch(it -> it.orders().size() == 2);

        var done = acts.handedOver(marking(mixed), LeftWith.read(null));

        assertThat(done.households()).isEqualTo(6);
        undo(done);
        assertThat(rows())
                .filteredOn(it -> it.door().startsWith("86-"))
                .allMatch(it -> it.state() == HouseholdState.WAITING);
    }

    @Test
    void aReminderIsTakenBackOnlyBeforeItIsSentAndFollowedByNoOtherForHours() {
        cycle = round.open(home, null, CycleRound.eggs(29_90));
        round.placed(home, cycle, 0, 1);
        var taken = acts.reminded(all());
        undo(taken);
        var told = acts.reminded(all());
        assertThatThrownBy(() -> acts.reminded(all()))
                .isInstanceOf(NothingToDo.class)
                .hasMessage("household-reminded-lately");

        ago(told, "11 seconds");
        assertThatThrownBy(() -> undo(told)).isInstanceOf(NothingToDo.class).hasMessage("household-undo-late");

        ago(told, "3 hours");
        assertThat(acts.reminded(all()).households()).isEqualTo(1);
    }

    @Test
    void whatIsPaidIsTakenBackAfterTenSecondsToo() {
        var paid = acts.paid(all(), Way.CASH);
        ago(paid, "11 seconds");

        undo(paid);

        assertThat(HouseholdSum.of(rows()).open().fen()).isEqualTo(89_70);
    }

    private void ago(Done act, String howLong) {
        jdbc.sql("update household_act set done_at = done_at - cast(? as interval) where id = ?")
                .params(howLong, act.act())
                .update();
    }

    /** As if it came in a file whose line is not clear. */
    private void toBeLookedAt(HouseholdRow row) {
        var file = UUID.randomUUID();
        var order = row.orders().getFirst();
        jdbc.sql("""
                        insert into cycle_import (community_id, id, cycle_id, leader_id, file_name, file_sha256, file)
                        values (?, ?, ?, ?, 'a.xlsx', ?, '')
                        """)
                .params(home.id().value(), file, cycle.id(), home.leader().value(), file.toString())
                .update();
        jdbc.sql("""
                        insert into cycle_import_order (community_id, cycle_id, external_key, content, order_id, order_code,
                            import_id) values (?, ?, ?, '', ?, ?, ?)
                        """)
                .params(home.id().value(), cycle.id(), file.toString())
                .params(order.id().value(), order.code().value(), file)
                .update();
        jdbc.sql("""
                        insert into cycle_import_line (community_id, import_id, row_number, order_id, attention, original,
                            remarks) values (?, ?, 1, ?, 'LOOK', '{}', '[]')
                        """).params(home.id().value(), file, order.id().value()).update();
    }

    private void undo(Done act) {
        acts.undo(home.leader(), cycle, act.act());
    }

    private HouseholdRow row(String door) {
        return rows().stream().filter(it -> it.door().equals(door)).findFirst().orElseThrow();
    }

    private List<HouseholdRow> rows() {
        return table.of(cycles.byCode(cycle.code()));
    }

    private Marking all() {
        return marking(rows());
    }

    private Marking of(HouseholdRow row) {
        return marking(List.of(row));
    }

    private Marking marking(List<HouseholdRow> rows) {
        return new Marking(home.leader(), cycles.byCode(cycle.code()), rows);
    }
}

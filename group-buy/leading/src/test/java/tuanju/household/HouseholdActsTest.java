package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleChanging;
import tuanju.desk.LeftWith;
import tuanju.household.MoneyActs.Way;
import tuanju.money.Money;
import tuanju.order.aftersale.Errand;

/** 张三 ordered for ¥59.80 and 李四 for ¥29.90; neither has paid. */
@ModuleTest
@DisplayName("W-53 W-54 what a leader does at the table, and takes back")
class HouseholdActsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private CycleChanging changing;

    @Autowired
    private CycleProducts products;

    @Autowired
    private HouseholdTable table;

    @Autowired
    private HouseholdActs acts;

    @Autowired
    private Reminding reminding;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void twoGuests() {
        home = neighbourhoods.found(2);
        cycle = round.open(home, null, CycleRound.eggs(29_90));
        Chains.take(program, home, cycle, "1. 张三 3-502 鸡蛋2份\n2. 李四 3-601 鸡蛋1份\n");
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void marksAllThatMatchAsPaidAndTakesAllOfItBack() {
        var done = acts.paid(all(), Way.TRANSFER);

        assertThat(done.households()).isEqualTo(2);
        assertThat(open()).isZero();
        assertThat(causes()).containsExactly("TRANSFER", "TRANSFER");

        acts.undo(home.leader(), cycle, done.act());

        assertThat(open()).isEqualTo(89_70);
        assertThatThrownBy(() -> acts.undo(home.leader(), cycle, done.act())).isInstanceOf(NothingToDo.class);
        assertThat(open()).isEqualTo(89_70);
    }

    @Test
    void whatIsPaidAlreadyIsLeftAloneAlsoWhenItIsTakenBack() {
        var before = rows().getFirst();
        acts.paid(of(before), Way.CASH);
        var done = acts.paid(all(), Way.CASH);
        assertThat(done.households()).isEqualTo(1);

        acts.undo(home.leader(), cycle, done.act());

        assertThat(open()).isEqualTo(rows().getLast().dues().open().fen()).isEqualTo(29_90);
        acts.paid(all(), Way.CASH);
        assertThatThrownBy(() -> acts.paid(all(), Way.CASH)).isInstanceOf(NothingToDo.class);
    }

    @Test
    void afterAMinuteNothingIsTakenBack() {
        var done = acts.paid(all(), Way.CASH);
        jdbc.sql("update household_act set done_at = done_at - interval '61 seconds' where id = ?")
                .param(done.act())
                .update();

        assertThatThrownBy(() -> acts.undo(home.leader(), cycle, done.act())).isInstanceOf(NothingToDo.class);
        assertThat(open()).isZero();
    }

    @Test
    void fewerPiecesOfAPaidOrderAreOwedBackAndGivenBack() {
        acts.paid(all(), Way.CASH);
        var order = rows().getFirst().orders().getFirst();
        var eggs = products.of(cycle).getFirst().id();

        changing.keepFor(home.leader(), cycle.code(), order.code(), Map.of(eggs, 1));

        assertThat(rows().getFirst().dues().tooMuch()).isEqualTo(Money.ofYuan("29.90"));
        assertThat(rows().getFirst().isOn(Chip.TO_PAY_BACK)).isTrue();
        var back = acts.paidBack(all(), Way.CASH);
        assertThat(rows().getFirst().isOn(Chip.TO_PAY_BACK)).isFalse();
        acts.undo(home.leader(), cycle, back.act());
        assertThat(rows().getFirst().isOn(Chip.TO_PAY_BACK)).isTrue();
    }

    @Test
    void aLeaderTakesNeitherMoreNorAllNorAnothersOrderAway() {
        var order = rows().getFirst().orders().getFirst().code();
        var eggs = products.of(cycle).getFirst().id();
        for (int pieces : new int[] {0, 2, 3}) {
            assertThatThrownBy(() -> changing.keepFor(home.leader(), cycle.code(), order, Map.of(eggs, pieces)))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> changing.keepFor(home.member(0), cycle.code(), order, Map.of(eggs, 1)))
                .isInstanceOf(NotFound.class);
        var other = round.open(home, null, CycleRound.eggs(29_90));
        assertThatThrownBy(() -> changing.keepFor(home.leader(), other.code(), order, Map.of(eggs, 1)))
                .isInstanceOf(NotFound.class);
        assertThat(open()).isEqualTo(89_70);
    }

    @Test
    void anotherCycleHasNoPartInIt() {
        var done = acts.paid(all(), Way.CASH);
        var other = round.open(home, null, CycleRound.eggs(29_90));

        assertThatThrownBy(() -> acts.undo(home.leader(), other, done.act())).isInstanceOf(NothingToDo.class);
        assertThat(open()).isZero();
    }

    @Test
    void aDoorIsPutRightAndPutBack() {
        var done = acts.door(of(rows().getFirst()), Door.of("7", "1201"));
        assertThat(rows()).extracting(HouseholdRow::door).contains("7-1201").doesNotContain("3-502");

        acts.undo(home.leader(), cycle, done.act());

        assertThat(rows()).extracting(HouseholdRow::door).containsExactly("3-502", "3-601");
        assertThatThrownBy(() -> acts.door(all(), Door.UNKNOWN)).isInstanceOf(Invalid.class);
    }

    @Test
    void aBagIsLeftWithANeighbourAndTakenBack() {
        round.arriveToday(cycle);
        acts.paid(all(), Way.CASH);
        var done = acts.handedOver(of(rows().getFirst()), LeftWith.read("放邻居家"));
        assertThat(rows().getFirst().state()).isEqualTo(HouseholdState.FETCHED);
        assertThat(rows().getLast().state()).isEqualTo(HouseholdState.WAITING);

        acts.undo(home.leader(), cycle, done.act());

        assertThat(rows()).allMatch(it -> it.state() == HouseholdState.WAITING);
    }

    @Test
    void whoHasAnAccountIsRemindedOnceTheTenSecondsAreOver() {
        round.placed(home, cycle, 0, 1);
        var taken = acts.reminded(all());
        acts.undo(home.leader(), cycle, taken.act());
        var told = acts.reminded(all());
        assertThat(told.households()).isEqualTo(1);

        List.of(told.act(), taken.act()).forEach(this::theTimeComes);

        assertThat(jdbc.sql("select count(*) from notification where topic = 'household.told.pay' and member_id = ?")
                        .param(home.member(0).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> acts.reminded(of(rows().getFirst()))).isInstanceOf(NothingToDo.class);
    }

    private void theTimeComes(UUID act) {
        rows().stream()
                .flatMap(it -> it.orders().stream())
                .filter(it -> it.buyer() != null)
                .forEach(it -> reminding.tell(new Errand(home.id(), cycle.id(), it.id(), act.toString())));
    }

    private List<HouseholdRow> rows() {
        return table.of(cycles.byCode(cycle.code()));
    }

    private Marking all() {
        return new Marking(home.leader(), cycles.byCode(cycle.code()), rows());
    }

    private Marking of(HouseholdRow row) {
        return new Marking(home.leader(), cycles.byCode(cycle.code()), List.of(row));
    }

    private long open() {
        return HouseholdSum.of(rows()).open().fen();
    }

    private List<String> causes() {
        return jdbc.sql("""
                        select t.cause from order_taken_by_hand t join orders o on o.id = t.order_id
                        where o.source_id = ? and t.undone_at is null
                        """).param(cycle.id()).query(String.class).list();
    }
}

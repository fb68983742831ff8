package tuanju.cycle.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import tuanju.card.Card;
import tuanju.card.CardPicture;
import tuanju.card.CardRef;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleRounds;
import tuanju.invariant.Invariants;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.CalledOff;

/** A cycle that is open is changed while people order, with real payments and refunds. */
@ModuleTest
class CycleEditingTest {

    @Autowired
    CycleRound round;

    @Autowired
    CycleEditing editing;

    @Autowired
    CheaperSettling settling;

    @Autowired
    CycleChanges changes;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRounds rounds;

    @Autowired
    PickupPoints points;

    @Autowired
    Showcase showcase;

    @Autowired
    Till till;

    @Autowired
    Invariants invariants;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    @BeforeEach
    void settle() {
        home = neighbourhoods.found(6);
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants.violations())
                .filteredOn(it -> it.claim().matches("I-(C|L1|S|D).*"))
                .isEmpty();
    }

    @Test
    @DisplayName("W-53 I-C12 a typo in the title is mended, and everybody reads that it was")
    void aTypoIsMended() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));

        save(cycle, titled("周三水果 · 鸡蛋", 0));

        assertThat(again(cycle).title()).isEqualTo("周三水果 · 鸡蛋");
        assertThat(changes.of(again(cycle)))
                .singleElement()
                .satisfies(it -> assertThat(it.was() + " → " + it.becomes()).isEqualTo("周三水果 → 周三水果 · 鸡蛋"));
    }

    @Test
    @DisplayName("W-53 I-C11 a lower price is everybody's, a higher one that of later orders")
    void aLowerPriceIsEverybodys() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var first = round.paid(home, cycle, 0, 2);
        var unpaid = round.placed(home, cycle, 1, 1);

        var shown = look(cycle, priced(cycle, 27_90, 0));
        assertThat(shown.cheaper()).isEqualTo(2);
        assertThat(shown.waiting()).isEqualTo(1);
        assertThat(shown.byHand()).as("the leader took cash for the first").isEqualTo(Money.ofYuan("4.00"));
        assertThat(shown.back()).isEqualTo(Money.ofYuan("2.00"));
        save(cycle, priced(cycle, 27_90, 0));
        bring(first, unpaid);
        assertThat(till.refundedFen(first)).isEqualTo(4_00);
        assertThat(till.refundedFen(unpaid)).isZero();

        till.pay(home, home.member(1), unpaid);
        bring(unpaid);
        assertThat(till.refundedFen(unpaid)).isEqualTo(2_00);

        save(cycle, priced(cycle, 31_00, 1));
        var later = round.paid(home, cycle, 2, 1);
        bring(first, unpaid, later);
        assertThat(amount(later)).isEqualTo(31_00);
        assertThat(amount(first)).isEqualTo(2 * 27_90);
        assertThat(till.refundedFen(first)).isEqualTo(4_00);
    }

    @Test
    @DisplayName("W-53 who takes fewer after a price was lowered gets back what a piece costs now")
    void fewerAfterwards() {
        var cycle = round.open(home, null, CycleRound.eggs(10_00));
        var order = round.paid(home, cycle, 0, 3);
        save(cycle, priced(cycle, 8_00, 0));
        bring(order);

        round.keep(home, cycle, 0, order, 1);

        assertThat(amount(order)).isEqualTo(8_00);
        assertThat(till.refundedFen(order)).isEqualTo(22_00);
    }

    @Test
    @DisplayName("W-53 a discount goes down with the price, and whoever leaves has all of it back")
    void aDiscountGoesDownWithThePrice() {
        var discount = new LeaderDiscount(Money.ofYuan("30.00"), Money.ofYuan("1.00"));
        var cycle = round.openGiving(home, discount, CycleRound.eggs(30_00));
        var order = round.paid(home, cycle, 0, 1);
        assertThat(amount(order)).isEqualTo(29_00);

        save(cycle, priced(cycle, 20_00, 0));
        bring(order);
        assertThat(amount(order)).isEqualTo(19_34);
        assertThat(till.refundedFen(order)).isEqualTo(9_66);

        round.keep(home, cycle, 0, order, 0);
        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 29_00));
    }

    @Test
    @DisplayName("W-53 whom it touches is told in one message, nobody else is told anything")
    void whomItTouchesIsTold() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90), CycleRound.cased(10_00, 1));
        round.paid(home, cycle, 0, 1, 0);
        round.paid(home, cycle, 1, 0, 1);
        long before = told();

        save(cycle, priced(cycle, 27_90, 0));

        assertThat(told() - before).isEqualTo(1);
    }

    @Test
    @DisplayName("W-53 another time reaches each order, and who disagrees leaves free")
    void anotherTime() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var order = round.paid(home, cycle, 0, 1);
        var later = cycle.pickupFrom().plus(Duration.ofHours(3));

        save(cycle, at(later, later.plus(Duration.ofHours(2)), null));

        assertThat(jdbc.sql("select pickup_from from orders where code = ?")
                        .param(order.value())
                        .query(Instant.class)
                        .single())
                .isEqualTo(later);
        round.keep(home, cycle, 0, order, 0);
        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 29_90));
    }

    @Test
    @DisplayName("W-53 nobody is moved who has no time left to leave")
    void nobodyIsMovedTooLate() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        round.paid(home, cycle, 0, 1);
        var later = cycle.pickupFrom().plus(Duration.ofHours(3));
        var soon = Instant.now().plus(Duration.ofMinutes(30));

        assertThatExceptionOfType(CannotEdit.class)
                .isThrownBy(() -> look(cycle, at(later, later.plus(Duration.ofHours(2)), soon)))
                .matches(it -> it.getType().equals("cycle-edit-too-late-to-move"));
    }

    @Test
    @DisplayName("W-53 the orders of a point that is no longer offered go to the main one")
    void anotherPlace() {
        var second = points.open(home.id(), home.leader(), new PickupPlace("南门", "南门外", "南门岗亭", "全天", ""));
        var cycle = round.openAt(home, home.point(), second);
        var there = round.paidAt(home, cycle, 0, second.id(), "86", "801");

        save(
                cycle,
                new EditWish(
                        0,
                        null,
                        null,
                        null,
                        List.of(new EditWish.At(
                                home.point().id(),
                                cycle.mainPoint().from(),
                                cycle.mainPoint().until())),
                        null,
                        null));

        assertThat(jdbc.sql("select pickup_point_id from orders where code = ?")
                        .param(there.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(home.point().id());
        assertThatThrownBy(() -> round.paidAt(home, cycle, 1, second.id(), "86", "802"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    @DisplayName("W-53 what is no longer sold stays for who ordered it; a limit is never below what is sold")
    void noLongerSold() {
        var cycle = round.open(home, null, CycleRound.limited(29_90, 10));
        var order = round.paid(home, cycle, 0, 3);
        var goods = product(cycle);
        assertThatExceptionOfType(CannotEdit.class)
                .isThrownBy(() ->
                        look(cycle, goods(0, new EditWish.Goods(goods, null, null, null, null, 2, null, null, null))))
                .matches(it -> it.getType().equals("cycle-edit-below-sold"));

        save(cycle, goods(0, new EditWish.Goods(goods, null, null, null, null, 10, null, null, true)));

        assertThatThrownBy(() -> round.placed(home, cycle, 1, 1)).isInstanceOf(CannotOrder.class);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThatThrownBy(() -> jdbc.sql("update cycle_product set taken = taken + 1 where id = ?")
                        .param(goods)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("W-53 what is no longer sold is offered to nobody who looks for it elsewhere either")
    void offeredNowhere() {
        var cycle = round.openWithPears(home, CycleRound.eggs(29_90));
        var eggs = product(cycle);
        assertThat(card(cycle).pictures()).extracting(CardPicture::name).containsExactly("散养鸡蛋");

        save(cycle, goods(0, new EditWish.Goods(eggs, null, null, null, null, null, null, null, true)));

        assertThat(card(cycle).pictures()).extracting(CardPicture::name).containsExactly("翠冠梨");
        assertThat(card(cycle).words()).contains("翠冠梨").doesNotContain("鸡蛋");
        assertThat(card(cycle).price()).isNull();
    }

    private Card card(CycleCard cycle) {
        var ref = new CardRef(CardRef.Kind.CYCLE, cycle.code());
        return showcase.cards(Viewer.STRANGER, List.of(ref)).getFirst();
    }

    @Test
    @DisplayName("W-53 goods are added and described while the cycle is open")
    void somethingMore() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));

        save(cycle, goods(0, new EditWish.Goods(null, null, "荔枝", "2斤", 19_90L, 5, null, "今早现摘", null)));

        var order = round.paid(home, cycle, 0, 0, 2);
        assertThat(amount(order)).isEqualTo(39_80);
        assertThat(cycles.products(again(cycle)).getLast().page().description()).isEqualTo("今早现摘");
    }

    @Test
    @DisplayName("W-53 two devices never write over each other, and nothing is saved that was not shown")
    void nothingIsSavedUnseen() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var shown = look(cycle, priced(cycle, 20_00, 0)).token();
        round.paid(home, cycle, 0, 1);
        assertThatExceptionOfType(CannotEdit.class)
                .isThrownBy(() -> editing.save(home.leader(), again(cycle), seen(priced(cycle, 20_00, 0), shown)))
                .matches(it -> it.getType().equals("cycle-edit-look-again"));
        save(cycle, titled("新标题", 0));
        assertThatExceptionOfType(CannotEdit.class)
                .isThrownBy(() -> save(cycle, titled("另一个", 0)))
                .matches(it -> it.getType().equals("cycle-edit-another-was-faster"));
    }

    @Test
    @DisplayName("W-53 who has ordered under cases, or without, keeps that")
    void waitingStaysAsItIs() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90), CycleRound.cased(10_00, 12));
        round.paid(home, cycle, 0, 1, 0);
        var cased = cycles.products(cycle).getLast().id();
        assertThatExceptionOfType(CannotEdit.class)
                .isThrownBy(() ->
                        look(cycle, goods(0, new EditWish.Goods(cased, null, null, null, null, null, 1, null, null))))
                .matches(it -> it.getType().equals("cycle-edit-waits-as-before"));
    }

    @Test
    @DisplayName(
            "W-53 who paid a member's price pays as much less than the lower one as before, and never more than now")
    void membersPayLessThanTheLowerPrice() {
        assertThat(CalledOff.Cheaper.each(Money.ofFen(26_91), Money.ofFen(29_90), Money.ofFen(27_90)))
                .isEqualTo(Money.ofFen(25_11));
        assertThat(CalledOff.Cheaper.each(Money.ofFen(26_91), Money.ofFen(29_90), Money.ofFen(35_00)))
                .isEqualTo(Money.ofFen(26_91));
        assertThat(CalledOff.Cheaper.each(Money.ofFen(29_90), null, Money.ofFen(27_90)))
                .isEqualTo(Money.ofFen(27_90));
    }

    @Test
    @DisplayName("W-53 a program that says a price alone changes nothing else")
    void whatIsLeftOutStays() {
        var cycle = round.open(home, null, CycleRound.limited(29_90, 10));
        save(cycle, priced(cycle, 27_90, 0));
        assertThat(cycles.products(again(cycle)).getFirst().limit()).isEqualTo(10);
    }

    @Test
    @DisplayName("W-53 the next round sells nothing that was stopped")
    void theNextRoundSellsNothingStopped() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90), CycleRound.cased(10_00, 1));
        save(cycle, goods(0, new EditWish.Goods(product(cycle), null, null, null, null, null, null, null, true)));
        var next = rounds.draft(home.leader(), again(cycle));
        assertThat(cycles.products(next)).extracting(it -> it.name()).doesNotContain("散养鸡蛋");
    }

    @Test
    @DisplayName("W-53 no cut-off in the past, and nothing after it: neither by the program nor by the database")
    void notAfterTheCutOff() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var past = Instant.now().minusSeconds(60);
        assertThatThrownBy(() -> look(cycle, new EditWish(0, null, null, past, null, null, null)))
                .isInstanceOf(Invalid.class);
        round.letTheCutOffComeJustNow(cycle);
        assertThatThrownBy(() -> save(cycle, titled("太晚了", 0))).isInstanceOf(CannotEdit.class);
        assertThatThrownBy(() -> round.force(cycle, "update order_cycle set edition = 1"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @RepeatedTest(3)
    @DisplayName(
            "W-53 R people order while the price is lowered and raised: each has one price for all of it, and pays no more")
    void peopleOrderMeanwhile() {
        var cycle = round.open(home, null, CycleRound.eggs(29_90));
        var acts = new ArrayList<Callable<Code>>();
        for (int member = 0; member < 6; member++) {
            int buyer = member;
            acts.add(() -> round.paid(home, cycle, buyer, 2));
        }
        acts.add(() -> lowered(cycle));
        var outcomes = Together.run(acts);
        assertThat(outcomes).as("%s", outcomes).allMatch(Together.Outcome::succeeded);
        var orders = outcomes.stream()
                .limit(6)
                .map(Together.Outcome::value)
                .map(it -> (Code) it)
                .toList();
        orders.forEach(it -> bring(it));

        assertThat(orders).allSatisfy(it -> {
            assertThat(amount(it)).isEqualTo(2 * 25_00);
            assertThat(till.refundedFen(it)).isIn(0L, 9_80L);
        });
    }

    /** Orders come between the look and the save, so that it takes as many looks as it takes. */
    private Code lowered(CycleCard cycle) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                save(cycle, priced(cycle, 25_00, 0));
                return cycle.code();
            } catch (CannotEdit changed) {
                assertThat(changed.getType()).isEqualTo("cycle-edit-look-again");
            }
        }
        throw new AssertionError("There was always another order");
    }

    private Preview look(CycleCard cycle, EditWish wish) {
        return editing.look(again(cycle), wish);
    }

    private void save(CycleCard cycle, EditWish wish) {
        editing.save(home.leader(), again(cycle), seen(wish, look(cycle, wish).token()));
    }

    private CycleCard again(CycleCard cycle) {
        return cycles.byCode(cycle.code());
    }

    private UUID product(CycleCard cycle) {
        return cycles.products(cycle).getFirst().id();
    }

    private static EditWish seen(EditWish wish, String token) {
        return new EditWish(
                wish.edition(),
                wish.title(),
                wish.introduction(),
                wish.cutOff(),
                wish.points(),
                wish.products(),
                token);
    }

    private static EditWish titled(String title, int edition) {
        return new EditWish(edition, title, null, null, null, null, null);
    }

    private EditWish priced(CycleCard cycle, long fen, int edition) {
        return goods(edition, new EditWish.Goods(product(cycle), null, null, null, fen, null, null, null, null));
    }

    private static EditWish goods(int edition, EditWish.Goods goods) {
        return new EditWish(edition, null, null, null, null, List.of(goods), null);
    }

    private EditWish at(Instant from, Instant until, @Nullable Instant cutOff) {
        return new EditWish(
                0, null, null, cutOff, List.of(new EditWish.At(home.point().id(), from, until)), null, null);
    }

    /** The errands, as the scheduler runs them; it may be doing so itself. */
    private void bring(Code... orders) {
        for (var order : orders) {
            var source = jdbc.sql("select source_id from orders where code = ?")
                    .param(order.value())
                    .query(UUID.class)
                    .single();
            settling.settle(home.id(), source, new OrderId(till.idOf(order)));
        }
    }

    private long amount(Code order) {
        return jdbc.sql("select amount_fen from orders where code = ?")
                .param(order.value())
                .query(Long.class)
                .single();
    }

    private long told() {
        return jdbc.sql("select count(*) from notification where topic like 'cycle.told.edit.%'")
                .query(Long.class)
                .single();
    }
}

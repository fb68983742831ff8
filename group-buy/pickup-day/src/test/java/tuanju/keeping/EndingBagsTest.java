package tuanju.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import support.Invariants;
import support.ModuleTest;
import support.Together;
import support.Told;
import tuanju.command.NotFound;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.member.MemberId;
import tuanju.order.book.OrderRecord;
import tuanju.order.book.OrderRecords;
import tuanju.order.book.OrderRemark;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("A decision about a bag nobody came for")
class EndingBagsTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    Keeping keeping;

    @Autowired
    EndingBags ending;

    @Autowired
    KeepingRemarks remarks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    OrderRecords records;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Desk desk;
    private PlacedOrder order;
    private MemberId buyer;

    @BeforeEach
    void nobodyCame() {
        led = neighbourhood.found();
        var cycle = neighbourhood.cycle(led, Instant.now().minus(20, ChronoUnit.DAYS));
        desk = desks.ofCycle(led.leader(), cycle.code());
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2)).getFirst();
        buyer = neighbourhood.signUp("马仁毅");
        jdbc.sql("update orders set buyer_id = ? where id = ?")
                .params(buyer.value(), order.id().value())
                .update();
    }

    @Test
    void canBeTakenBackForAWeekAndTheBuyerIsToldOfIt() {
        keeping.decide(desk, order.code().value(), Step.GIVEN_AWAY);
        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        assertThat(Told.topics(jdbc, buyer)).contains("keeping.told.given-away");
        keeping.reopen(desk, order.code().value());
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("I-K7 completes the order of what was given away, once")
    void completesWhatWasGivenAway() {
        decidedAWeekAgo(Step.GIVEN_AWAY);

        ending.run();
        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("COMPLETED");
        assertThat(Told.topics(jdbc, buyer)).containsOnlyOnce("keeping.told.ended");
        assertThat(remarks.about(led.community().id(), order.id()))
                .extracting(OrderRemark::key)
                .containsExactly("keeping.remark.GIVEN_AWAY");
        assertThatThrownBy(() -> keeping.reopen(desk, order.code().value())).isInstanceOf(NotFound.class);
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-K8 refunds the order of what went back")
    void refundsWhatWentBack() {
        decidedAWeekAgo(Step.RETURNED);

        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("REFUNDED");
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-K8 refunds what was not fetched of what went back, and completes the rest")
    void refundsTheRestOfWhatWentBack() {
        fetchOneBoxOfLychees();
        decidedAWeekAgo(Step.RETURNED);

        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("COMPLETED");
        assertThat(sum("select sum(fen) from order_adjustment where order_id = ? and kind = 'RETURNED'"))
                .isEqualTo(sum("select sum(unit_price_fen * (quantity - handed)) from order_line where order_id = ?"))
                .isPositive();
        Invariants.check(jdbc);
    }

    @Test
    void thatWasTakenBackEndsNothing() {
        decidedAWeekAgo(Step.GIVEN_AWAY);
        keeping.reopen(desk, order.code().value());

        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("I-K7 of taking a decision back and its end at the same moment one happens")
    void takingItBackAndItsEndAtTheSameMoment() {
        decidedAWeekAgo(Step.GIVEN_AWAY);

        var outcomes = Together.run(List.of(
                Together.act(() -> keeping.reopen(desk, order.code().value())), Together.act(() -> ending.run())));

        assertThat(outcomes.getLast().succeeded()).isTrue();
        assertThat(neighbourhood.status(order)).isEqualTo(outcomes.getFirst().succeeded() ? "CONFIRMED" : "COMPLETED");
        Invariants.check(jdbc);
    }

    @Test
    void thatWasMadeAnewCountsFromThen() {
        decidedAWeekAgo(Step.GIVEN_AWAY);
        keeping.reopen(desk, order.code().value());
        keeping.decide(desk, order.code().value(), Step.GIVEN_AWAY);

        ending.run();

        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void thatHasEndedIsShownAsDecidedAndNotAsFetched() {
        decidedAWeekAgo(Step.GIVEN_AWAY);

        ending.run();

        assertThat(looking.sheet(desk).households())
                .singleElement()
                .satisfies(bag -> assertThat(bag.collected()).isFalse());
        assertThat(records.ofSource(led.community().id(), desk.cycle().id())).noneMatch(OrderRecord::isHandedOver);
    }

    @Test
    @DisplayName("I-K7 a decision that ended nothing is found")
    void aPlantedLimboIsFound() {
        transaction.executeWithoutResult(status -> {
            decided(Step.GIVEN_AWAY, 9);
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-K7");
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("I-K8 an end that left its order waiting is found")
    void aPlantedEndIsFound() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into bag_end (community_id, order_id, step) values (?, ?, 'RETURNED')")
                    .params(led.community().id().value(), order.id().value())
                    .update();
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-K8");
            status.setRollbackOnly();
        });
    }

    @Test
    void onlyWhatNobodyCameForIsCompletedWithoutAHandOver() {
        assertThatThrownBy(() -> jdbc.sql("""
                                update orders set status = 'COMPLETED', collected_at = now(), change_cause = 'completed'
                                where id = ?
                                """).params(order.id().value()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("may not go");
    }

    private void fetchOneBoxOfLychees() {
        jdbc.sql("""
                        with fetched as (
                            update order_line set handed = 1 where order_id = :order and product_name = '荔枝'
                            returning community_id, order_id, product_name, spec)
                        insert into handover_part (community_id, id, order_id, product_name, spec, pieces, handed_by)
                        select community_id, gen_random_uuid(), order_id, product_name, spec, 1, :by from fetched
                        """)
                .param("order", order.id().value())
                .param("by", led.leader().value())
                .update();
    }

    private void decidedAWeekAgo(Step step) {
        decided(step, 7);
    }

    private void decided(Step step, int daysAgo) {
        jdbc.sql("""
                        insert into bag_step (community_id, order_id, nr, step, by_member, at)
                        values (:community, :order, 1, :step, :by, now() - make_interval(days => :days))
                        """)
                .param("community", led.community().id().value())
                .param("order", order.id().value())
                .param("step", step.name())
                .param("by", led.leader().value())
                .param("days", daysAgo)
                .update();
    }

    private long sum(String sql) {
        return jdbc.sql(sql).params(order.id().value()).query(Long.class).single();
    }
}

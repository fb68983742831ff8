package tuanju.order.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.Jobs;
import support.ModuleTest;
import support.Neighbourhoods;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.address.Door;
import tuanju.catalog.Catalog;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.OrderStatus;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.WhenFull;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderStep;
import tuanju.order.book.OrderTotals;
import tuanju.order.fulfilment.AlreadyCollected;
import tuanju.order.fulfilment.Handover;
import tuanju.order.fulfilment.NotCollectable;
import tuanju.order.fulfilment.NotCollected;
import tuanju.order.paying.AlreadyPaid;
import tuanju.order.paying.OrderCancelling;
import tuanju.payment.Capture;
import tuanju.payment.CaptureTaker;
import tuanju.payment.CaptureTaker.Destination;
import tuanju.teambuy.joining.TeamOpening;

@ModuleTest
class OrderLifeTest {

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    Orders orders;

    @Autowired
    OrderBook book;

    @Autowired
    OrderCancelling cancelling;

    @Autowired
    CaptureTaker captures;

    @Autowired
    Jobs jobs;

    @Autowired
    Handover handover;

    @Autowired
    Catalog catalog;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId buyer;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        buyer = home.member(0);
        neighbourhoods.stock(home, 10);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-O1 the database knows the same steps as OrderStatus")
    void theDatabaseKnowsTheSameSteps() {
        for (var from : OrderStatus.values()) {
            for (var to : OrderStatus.values()) {
                var allowed = jdbc.sql("select order_may_become(?, ?)")
                        .params(from.name(), to.name())
                        .query(Boolean.class)
                        .single();
                assertThat(allowed).as("%s → %s", from, to).isEqualTo(from.canBecome(to));
            }
        }
    }

    @Test
    @DisplayName("I-O1 no statement takes a forbidden step, and history stays as it was written")
    void theDatabaseRefusesForbiddenSteps() {
        var order = place();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(
                        () -> jdbc.sql("update orders set status = 'COLLECTED', collected_at = now() where code = ?")
                                .param(order.value())
                                .update());
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("delete from order_history where order_id = ?")
                        .param(till.idOf(order))
                        .update());
    }

    @Test
    void tellsItsBuyerEverythingAndNobodyElse() {
        var order = place();
        till.pay(home, buyer, order);
        var detail = book.detail(buyer, order);
        assertThat(detail.timeline())
                .extracting(OrderStep::to)
                .containsExactly(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.CONFIRMED);
        assertThat(detail.card().pickupCode()).hasSize(6);
        assertThat(detail.pickup().address()).isEqualTo("3号门岗亭");
        assertThat(book.of(buyer, null, 20)).hasSize(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> book.detail(home.member(1), order));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> cancelling.cancel(home.member(1), order));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var codes = new ArrayList<Code>();
        for (int i = 0; i < 5; i++) {
            codes.addFirst(place());
        }
        var first = book.of(buyer, null, 2);
        var second = book.of(buyer, first.getLast().code(), 2);
        var third = book.of(buyer, second.getLast().code(), 2);
        assertThat(first).extracting(OrderCard::code).containsExactlyElementsOf(codes.subList(0, 2));
        assertThat(second).extracting(OrderCard::code).containsExactlyElementsOf(codes.subList(2, 4));
        assertThat(third).extracting(OrderCard::code).containsExactly(codes.get(4));
    }

    @Test
    void anOrderNotPaidInTimeIsClosedAndItsGoodsAreFreeAgain() {
        var order = place();
        till.open(buyer, order);
        timeToPayIsOver(order);
        jobs.run("order-close-unpaid");
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(left()).isEqualTo(10);
    }

    @Test
    @DisplayName(
            "R-05 §3.3 nr 2: money that arrives after the order closed goes back; what was sold alone is not revived")
    void moneyAfterClosingGoesBack() {
        var order = place();
        till.open(buyer, order);
        timeToPayIsOver(order);
        jobs.run("order-close-unpaid");
        till.receive(home.id(), order, home.leader());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(till.refundedFen(order)).isEqualTo(Neighbourhoods.ALONE_FEN);
        assertThat(left()).isEqualTo(10);
    }

    @Test
    @DisplayName("R-05 a team order closed for want of payment finds its seat when the money comes after all")
    void lateMoneyRevivesASeat() {
        var opened = opening.open(buyer, home.offer(), home.one());
        var order = opened.order().code();
        till.open(buyer, order);
        timeToPayIsOver(order);
        jobs.run("order-close-unpaid");
        assertThat(left()).isEqualTo(10);
        till.receive(home.id(), order, home.leader());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.PAID);
        assertThat(left()).isEqualTo(9);
    }

    @Test
    @DisplayName("R-05 … unless its goods are sold meanwhile: then the money goes back")
    void lateMoneyForSoldGoodsGoesBack() {
        var order = opening.open(buyer, home.offer(), home.one()).order().code();
        till.open(buyer, order);
        timeToPayIsOver(order);
        jobs.run("order-close-unpaid");
        opening.buyAlone(home.member(1), home.offer(), home.pieces(10, WhenFull.REFUND));
        till.receive(home.id(), order, home.leader());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(till.refundedFen(order)).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        var order = place();
        cancelling.cancel(buyer, order);
        cancelling.cancel(buyer, order);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(left()).isEqualTo(10);
    }

    @Test
    @DisplayName("R-05 what the buyer cancelled is not revived by late money, also not in a team")
    void whatWasCancelledStaysCancelled() {
        var order = opening.open(buyer, home.offer(), home.one()).order().code();
        till.open(buyer, order);
        cancelling.cancel(buyer, order);
        till.receive(home.id(), order, home.leader());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(till.refundedFen(order)).isEqualTo(TeamNeighbourhoods.TEAM_FEN);
    }

    @Test
    void aPaidOrderCannotBeCancelledAsUnpaid() {
        var order = place();
        till.pay(home, buyer, order);
        assertThatExceptionOfType(AlreadyPaid.class).isThrownBy(() -> cancelling.cancel(buyer, order));
    }

    @Test
    @DisplayName("P-13 a second capture goes back, another amount goes to a person, an unknown order too")
    void everyOtherCaptureGoesElsewhere() {
        var order = place();
        assertThat(capture(order, 1)).isEqualTo(Destination.EXCEPTION);
        till.pay(home, buyer, order);
        assertThat(capture(order, Neighbourhoods.ALONE_FEN)).isEqualTo(Destination.REFUND);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        var unknown = new Capture(Ids.next(), home.id(), Ids.next(), "offline", "none", Money.ofFen(1), Instant.EPOCH);
        assertThat(route(unknown)).isEqualTo(Destination.EXCEPTION);
    }

    @Test
    @DisplayName("R-05 cancelling and paying at the same moment: either paid or refunded, stock in step")
    void cancellingRacesPaying() {
        for (int run = 0; run < 8; run++) {
            var order = place();
            till.open(buyer, order);
            Together.run(List.of(
                    Together.act(() -> cancelling.cancel(buyer, order)),
                    Together.act(() -> till.receive(home.id(), order, home.leader())),
                    Together.act(() -> jobs.run("order-close-unpaid"))));
            if (till.statusOf(order) == OrderStatus.CONFIRMED) {
                assertThat(till.refundedFen(order)).isZero();
            } else {
                assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
                assertThat(till.refundedFen(order)).isEqualTo(Neighbourhoods.ALONE_FEN);
            }
        }
    }

    @Test
    @DisplayName("R-09 I-S2 of twenty cancellations at once one counts, and the goods are given back once")
    void oneOrderIsCancelledOnce() {
        // goods of another order, which a second giving back would take
        place();
        var order = place();
        Together.run(Collections.nCopies(20, Together.act(() -> cancelling.cancel(buyer, order))));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CLOSED);
        assertThat(count("select count(*) from order_history where order_id = ? and to_status = 'CLOSED'", order))
                .isEqualTo(1);
        assertThat(left()).isEqualTo(9);
    }

    @Test
    @DisplayName("R-06 return page, callback and poller bring one payment at once: it is captured once")
    void onePaymentIsCapturedOnce() {
        var order = place();
        till.open(buyer, order);
        Callable<Boolean> arrival = Together.act(() -> till.receive(home.id(), order, home.leader()));
        Together.run(List.of(arrival, arrival, arrival));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(count("select count(*) from capture where order_id = ?", order))
                .isEqualTo(1);
        assertThat(count("select count(*) from order_history where order_id = ? and to_status = 'PAID'", order))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R-18 one pickup code at two points at once: one hand-over")
    void oneOrderIsHandedOverOnce() {
        var order = place();
        till.pay(home, buyer, order);
        var id = new OrderId(till.idOf(order));
        Callable<Boolean> desk = Together.act(() -> handover.collect(home.id(), id, home.leader()));
        var outcomes = Together.run(List.of(desk, desk, desk, desk));
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.refusal() instanceof AlreadyCollected);
        handover.undoCollect(home.id(), id, home.leader());
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThatExceptionOfType(NotCollected.class)
                .isThrownBy(() -> handover.undoCollect(home.id(), id, home.leader()));
        handover.collect(home.id(), id, home.leader());
        assertThat(left()).isEqualTo(9);
    }

    @Test
    void whatIsNotPaidIsNotHandedOver() {
        var id = new OrderId(till.idOf(place()));
        assertThatExceptionOfType(NotCollectable.class)
                .isThrownBy(() -> handover.collect(home.id(), id, home.leader()));
    }

    @Test
    void aCollectedOrderIsCompletedAfterAWeek() {
        var order = place();
        till.pay(home, buyer, order);
        handover.collect(home.id(), new OrderId(till.idOf(order)), home.leader());
        jobs.run("order-complete-collected");
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.COLLECTED);
        jdbc.sql("update orders set collected_at = now() - interval '7 days' where code = ?")
                .param(order.value())
                .update();
        jobs.run("order-complete-collected");
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void theDeskFindsOnlyItsOwnOrders() {
        var order = place();
        till.pay(home, buyer, order);
        var code = Objects.requireNonNull(book.card(buyer, order).pickupCode());
        assertThat(book.byPickupCode(home.id(), home.leader(), code.toLowerCase(Locale.ROOT)))
                .isPresent();
        assertThat(book.byPickupCode(home.id(), home.member(1), code)).isEmpty();
        assertThat(book.sheetsAtDeskOf(home.id(), home.leader())).hasSize(1);
    }

    @Test
    @DisplayName("an export imported twice, or twice at once, changes nothing the second time")
    void importsOnce() {
        var cycle = Ids.next();
        var rows = imported(cycle, 40);
        Callable<Integer> act = () -> importAll(rows);
        var outcomes = Together.run(List.of(act, act));
        assertThat(outcomes.stream()
                        .mapToInt(it -> it.value() == null ? -1 : it.value())
                        .sum())
                .isEqualTo(40);
        assertThat(importAll(rows)).isZero();
        var totals = book.totalsOf(home.id(), cycle);
        assertThat(totals).isEqualTo(new OrderTotals(40, 80, 120, Money.ofFen(40 * 3000)));
        var sheets = book.sheetsOf(home.id(), cycle);
        assertThat(sheets).hasSize(40).allMatch(sheet -> sheet.status() == OrderStatus.CONFIRMED);
        assertThat(sheets).extracting(OrderSheet::pickupCode).doesNotHaveDuplicates();
        assertThat(book.phone(home.id(), sheets.getFirst().id())).contains("13800000000");
        assertThat(sheets.getFirst().maskedPhone()).isEqualTo("138****0000");
    }

    @Test
    @DisplayName(
            "F-42 a file of a thousand orders is written in several statements, each far from the time one may take")
    void manyOrdersAreWrittenInParts() {
        var cycle = Ids.next();

        assertThat(importAll(imported(cycle, 1_200))).isEqualTo(1_200);

        // cmin is the number of the statement that wrote a row
        int together = jdbc.sql("""
                        select max(orders) from (
                            select count(*) as orders from orders where community_id = :community and source_id = :cycle
                            group by cmin) as statement
                        """)
                .param("community", home.id().value())
                .param("cycle", cycle)
                .query(Integer.class)
                .single();
        assertThat(together).isLessThanOrEqualTo(500);
    }

    private int importAll(List<NewOrder> rows) {
        return Objects.requireNonNull(transaction.execute(
                status -> orders.placeImported(home.id(), rows).size()));
    }

    private List<NewOrder> imported(UUID cycle, int number) {
        var source = new Code(home.card().shortCode() + "0000000001");
        var rows = new ArrayList<NewOrder>();
        for (int i = 0; i < number; i++) {
            rows.add(new NewOrder(
                    home.id(),
                    OrderKind.IMPORT,
                    OrderSource.imported(cycle, source, "kuaituantuan", "order-" + i),
                    Recipient.guest(
                            "李" + i, "13800000000", new Address("52－502", new Door("", "52", "", "502"), "text")),
                    Pickup.at(home.point(), null, null),
                    List.of(
                            NewLine.named("鸡蛋", "30枚", Money.ofFen(1000), 1),
                            NewLine.named("牛奶", "1升", Money.ofFen(1000), 2)),
                    "",
                    null));
        }
        return rows;
    }

    private Code place() {
        return opening.buyAlone(buyer, home.offer(), home.one()).code();
    }

    private Destination capture(Code order, long fen) {
        return route(new Capture(
                Ids.next(), home.id(), till.idOf(order), "offline", "t" + fen, Money.ofFen(fen), Instant.EPOCH));
    }

    private Destination route(Capture capture) {
        return Objects.requireNonNull(transaction.execute(status -> captures.take(capture)));
    }

    private void timeToPayIsOver(Code order) {
        jdbc.sql("update orders set pay_before = now(), sweep_at = now() where code = ?")
                .param(order.value())
                .update();
    }

    private int left() {
        return Objects.requireNonNull(catalog.sku(home.id(), home.sku()).left());
    }

    private int count(String sql, Code order) {
        return jdbc.sql(sql).param(till.idOf(order)).query(Integer.class).single();
    }
}

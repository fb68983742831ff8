package tuanju.teambuy.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.AllowanceGiven;
import tuanju.order.aftersale.AllowanceTooHigh;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;

@ModuleTest
@DisplayName("Money back while the goods stay")
class AllowancesTest {

    private static final OrderChange CRUSHED = new OrderChange(null, "collected");

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    Allowances allowances;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Handover handover;

    @Autowired
    OrderBook book;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId buyer;
    private Code order;
    private OrderId id;
    private OrderLineCard line;

    @BeforeEach
    void buy() {
        home = neighbourhoods.found(2, 2);
        buyer = home.member(0);
        neighbourhoods.stock(home, 10);
        order = opening.buyAlone(buyer, home.offer(), home.one()).code();
        till.pay(home, buyer, order);
        id = new OrderId(till.idOf(order));
        line = book.detail(buyer, order).lines().getFirst();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void goesBackForGoodsThatWereHandedOverAlready() {
        handover.collect(home.id(), id, home.leader());
        give("4.20", "box");
        assertThat(till.refundedFen(order)).isEqualTo(420);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.COLLECTED);
        assertThat(book.detail(buyer, order).allowances())
                .singleElement()
                .extracting(AllowanceGiven::amount)
                .isEqualTo(Money.ofYuan("4.20"));
    }

    @Test
    @DisplayName("of pieces that leave a line what did not go back before goes back, and nothing goes back twice")
    void whatWentBackForPiecesDoesNotGoBackWithThem() {
        order = opening.buyAlone(buyer, home.offer(), home.pieces(3, WhenFull.REFUND))
                .code();
        till.pay(home, buyer, order);
        id = new OrderId(till.idOf(order));
        line = book.detail(buyer, order).lines().getFirst();
        long third = line.net().fen() / 3;
        give(Money.ofFen(third * 3 / 2).toString().substring(1), "crushed");

        keep(2);
        assertThat(till.refundedFen(order)).isEqualTo(third * 3 / 2 + third);
        keep(1);
        assertThat(till.refundedFen(order)).isEqualTo(3 * third);
        var left = book.detail(buyer, order).lines().getFirst();
        assertThat(left.quantity()).isEqualTo(1);
        assertThat(left.net()).isEqualTo(Money.ZERO);
        assertThat(catchThrowable(() -> give("0.01", "again"))).isInstanceOf(AllowanceTooHigh.class);
    }

    private void keep(int pieces) {
        var keep = new LineKeep(AdjustmentKind.SHORT, line.productName(), line.spec(), pieces, "product-short");
        transaction.executeWithoutResult(
                status -> calledOff.some(home.id(), id, List.of(keep), CRUSHED, "keep-" + pieces));
    }

    @Test
    void isGivenOnceHoweverOftenItIsTold() {
        give("4.20", "box");
        give("4.20", "box");
        assertThat(till.refundedFen(order)).isEqualTo(420);
    }

    @Test
    @DisplayName("A line gives back at most what it cost, also when two people are generous at once")
    void givesBackAtMostWhatItCost() {
        var price = line.amount().yuan();
        var outcomes =
                Together.run(List.of(Together.act(() -> give(price, "one")), Together.act(() -> give(price, "other"))));
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(it -> !it.succeeded())
                .singleElement()
                .extracting(Together.Outcome::refusal)
                .isInstanceOf(AllowanceTooHigh.class);
        assertThat(till.refundedFen(order)).isEqualTo(line.amount().fen());
    }

    @Test
    void whatWentBackIsNotGivenBackAgainWithTheWholeOrder() {
        give("4.20", "box");
        transaction.executeWithoutResult(it -> calledOff.whole(home.id(), id, AdjustmentKind.CANCELLED, CRUSHED));
        assertThat(till.refundedFen(order)).isEqualTo(line.amount().fen());
    }

    @Test
    void isForLinesOfThisOrderOnly() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> transaction.executeWithoutResult(it -> allowances.give(
                        home.id(),
                        id,
                        new Allowance(AdjustmentKind.DAMAGED, "别的", "", Money.ofFen(1), "collected", "x"),
                        CRUSHED)));
    }

    @Test
    void isNotForOrdersThatNobodyPaid() {
        order = opening.buyAlone(home.member(1), home.offer(), home.one()).code();
        id = new OrderId(till.idOf(order));
        assertThatExceptionOfType(NotRefundable.class).isThrownBy(() -> give("0.01", "x"));
    }

    @Test
    @DisplayName("The database refuses to give back more than an order cost")
    void theDatabaseRefusesMore() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("update orders set allowed_fen = amount_fen + 1 where id = ?")
                        .param(id.value())
                        .update());
    }

    private void give(String yuan, String key) {
        var allowance = new Allowance(
                AdjustmentKind.DAMAGED, line.productName(), line.spec(), Money.ofYuan(yuan), "collected", key);
        transaction.executeWithoutResult(it -> allowances.give(home.id(), id, allowance, CRUSHED));
    }
}

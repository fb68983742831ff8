package tuanju.cycle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Together;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleDiscounts;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDetail;
import tuanju.payment.RefundCard;
import tuanju.price.Discount;
import tuanju.price.Funder;

@ModuleTest
@DisplayName("What a leader gives off orders from an amount on, out of their fee")
class LeaderDiscountTest {

    private static final LeaderDiscount FIVE_FROM_A_HUNDRED =
            new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("5"));

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRound round;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    CycleDiscounts discounts;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    Allowances allowances;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(3);
        cycle = round.openGiving(home, FIVE_FROM_A_HUNDRED, CycleRound.eggs(20_00), CycleRound.cased(16_00, 1));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-L12 each step from the goods to what is paid is frozen on the order, and shared onto its lines")
    void isFrozenOnTheOrder() {
        var order = detail(0, round.paid(home, cycle, 0, 3, 3));

        assertThat(order.price().goods()).isEqualTo(Money.ofYuan("108"));
        assertThat(order.price().discounts())
                .containsExactly(new Discount(LeaderDiscount.SOURCE, "¥100 − ¥5", Funder.LEADER, Money.ofYuan("5")));
        assertThat(order.price().payable()).isEqualTo(Money.ofYuan("103"));
        assertThat(order.card().amount()).isEqualTo(Money.ofYuan("103"));
        assertThat(order.lines())
                .extracting(OrderLineCard::discount)
                .containsExactlyInAnyOrder(Money.ofYuan("2.78"), Money.ofYuan("2.22"));
        assertThat(order.lines())
                .allSatisfy(it -> assertThat(it.unitPrice().times(it.quantity()))
                        .isEqualTo(it.amount().plus(it.discount())));
    }

    @Test
    void isNotGivenBelowItsAmountAndOnceAnOrder() {
        assertThat(detail(0, round.paid(home, cycle, 0, 4, 1)).price().discounts())
                .isEmpty();
        assertThat(detail(1, round.paid(home, cycle, 1, 20, 0)).card().amount()).isEqualTo(Money.ofYuan("395"));
    }

    @Test
    @DisplayName(
            "what is taken off an order takes its part of the discount along; all of it gives back all that was paid")
    void goesInProportion() {
        var code = round.paid(home, cycle, 0, 3, 3);

        round.keep(home, cycle, 0, code, 1, 3);

        var some = detail(0, code);
        assertThat(back(some)).isEqualTo(Money.ofYuan("38.14"));
        assertThat(some.price().payable()).isEqualTo(Money.ofYuan("103"));
        assertThat(some.card().dues().cost()).isEqualTo(Money.ofYuan("64.86"));

        round.keep(home, cycle, 0, code, 0, 0);

        assertThat(detail(0, code).card().status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(back(detail(0, code))).isEqualTo(Money.ofYuan("103"));
    }

    @Test
    @DisplayName("nobody gets more back for a line than they paid for it")
    void isNotGivenBackWhatWasNotPaid() {
        var order = detail(0, round.paid(home, cycle, 0, 3, 3));
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        var line = order.lines().getFirst();

        assertThatThrownBy(() -> give(order, line, line.amount().plus(Money.ofFen(1))))
                .hasMessage("allowance-too-high");
        give(order, line, line.amount());

        assertThat(back(detail(0, order.card().code()))).isEqualTo(line.amount());
    }

    @ParameterizedTest
    @CsvSource({"100, 10.01", "100, 100", "100, 0", "0, 0", "5, 10", "200000, 5"})
    @DisplayName("it is refused where the fee of an order of just its amount does not pay for it, or it is none")
    void isRefusedWhereTheFeeDoesNotPayForIt(String from, String off) {
        assertThatThrownBy(() ->
                        discounts.set(home.leader(), cycle, new LeaderDiscount(Money.ofYuan(from), Money.ofYuan(off))))
                .isInstanceOf(Invalid.class);

        assertThat(cycles.byCode(cycle.code()).terms().discount()).isEqualTo(FIVE_FROM_A_HUNDRED);
    }

    @Test
    void mayTakeTheWholeFee() {
        discounts.set(home.leader(), cycle, new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("10")));

        assertThat(detail(0, round.paid(home, cycle, 0, 5, 0)).card().amount()).isEqualTo(Money.ofYuan("90"));
    }

    @Test
    void isChangedWhileOrdersAreTakenOnly() {
        round.paid(home, cycle, 0, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        assertThatThrownBy(() -> discounts.set(home.leader(), cycle, null)).isInstanceOf(CannotChangeCycle.class);
    }

    @Test
    @DisplayName("a buyer pays what they were shown, or is asked: never another price, however often it changes")
    void isWhatTheBuyerWasShown() {
        var other = new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("8"));
        for (int turn = 0; turn < 8; turn++) {
            discounts.set(home.leader(), cycle, FIVE_FROM_A_HUNDRED);
            Callable<String> changing = () -> {
                discounts.set(home.leader(), cycle, other);
                return "changed";
            };
            Callable<String> placing = () -> {
                try {
                    return ordering.order(home.member(0), cycle.code(), five(), came(shown(FIVE_FROM_A_HUNDRED)))
                            .code()
                            .value();
                } catch (CannotOrder refused) {
                    return refused.getType();
                }
            };

            var ended = Together.run(List.of(changing, placing));

            var placed = Objects.requireNonNull(ended.get(1).value());
            if (!placed.equals("cycle-price-changed")) {
                assertThat(detail(0, new Code(placed)).card().amount()).isEqualTo(Money.ofYuan("95"));
            }
        }
    }

    @Test
    void asksWhoWasShownAnotherPrice() {
        discounts.set(home.leader(), cycle, new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("3")));

        assertThatThrownBy(() -> ordering.order(home.member(0), cycle.code(), five(), came(shown(FIVE_FROM_A_HUNDRED))))
                .hasMessage("cycle-price-changed");
        assertThatThrownBy(
                        () -> ordering.order(home.member(0), cycle.code(), five(), came(new ShownPrice(95_00L, null))))
                .hasMessage("cycle-price-changed");
        assertThatThrownBy(() ->
                        ordering.order(home.member(0), cycle.code(), five(), came(new ShownPrice(null, "nonsense"))))
                .hasMessage("cycle-price-changed");
        assertThat(orders()).isZero();
        assertThat(ordering.order(home.member(0), cycle.code(), five(), came(new ShownPrice(97_00L, "10000-300")))
                        .amount())
                .isEqualTo(Money.ofYuan("97"));
    }

    @Test
    @DisplayName("I-L11 the table itself keeps a discount and its parts together, and neither is ever changed")
    void theTableKeepsItTogether() {
        var order = detail(0, round.paid(home, cycle, 0, 3, 3)).card().id().value();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql("""
                        insert into order_discount (community_id, order_id, position, source, title, funder, amount_fen)
                        values (?, ?, 2, 'x', 'x', 'PLATFORM', 5)
                        """).params(home.id().value(), order).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("is not what its lines got");
        for (var change : List.of(
                "update order_discount set amount_fen = 1 where order_id = ?",
                "delete from order_discount_line where order_id = ?",
                "update order_line set discount_fen = discount_fen + 1 where order_id = ?",
                "update order_line set discount_fen = 999999, amount_fen = unit_price_fen * quantity - 999999"
                        + " where order_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(order).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void give(OrderDetail order, OrderLineCard line, Money amount) {
        var allowance = new Allowance(
                AdjustmentKind.DAMAGED,
                line.productName(),
                line.spec(),
                amount,
                "damaged-at-pickup",
                UUID.randomUUID().toString());
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(), order.card().id(), allowance, new OrderChange(home.leader(), "damaged-at-pickup")));
    }

    private CycleOrdering.Wish five() {
        return new CycleOrdering.Wish(Map.of(cycles.products(cycle).getFirst().id(), 5), Door.of("86", "801"), "");
    }

    private static CycleOrdering.Came came(ShownPrice shown) {
        return new CycleOrdering.Came(shown, null);
    }

    private static ShownPrice shown(LeaderDiscount discount) {
        return new ShownPrice(null, discount.shown());
    }

    private OrderDetail detail(int member, Code order) {
        return book.detail(member(member), order);
    }

    private MemberId member(int member) {
        return home.member(member);
    }

    private static Money back(OrderDetail order) {
        return order.refunds().stream().map(RefundCard::amount).reduce(Money.ZERO, Money::plus);
    }

    private long orders() {
        return jdbc.sql("select count(*) from orders where source_id = ?")
                .param(cycle.id())
                .query(Long.class)
                .single();
    }
}

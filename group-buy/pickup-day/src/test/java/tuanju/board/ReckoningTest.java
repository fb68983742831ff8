package tuanju.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderRecord;
import tuanju.order.dues.Dues;
import tuanju.payment.OrderMoney.Moved;
import tuanju.payment.RefundCard;

@DisplayName("A cycle's money is reckoned twice")
class ReckoningTest {

    private static final Instant DAY = Instant.parse("2026-04-06T01:00:00Z");
    private static final Money NONE = Money.ZERO;

    @Test
    void ordersThatWerePaidAndKeptAddUp() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.PAID, "80", "0"), order(2, OrderStatus.COLLECTED, "59.90", "0")),
                Map.of(id(1), in("80"), id(2), in("59.90")));

        assertThat(money.addsUp()).isTrue();
        assertThat(money.due()).isEqualTo(Money.ofYuan("139.90"));
        assertThat(money.expected()).isEqualTo(money.taken());
    }

    @Test
    void whatWentBackLineByLineOrWholeLeavesNothingOpen() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.CONFIRMED, "60", "20"), order(2, OrderStatus.REFUNDED, "36", "0")),
                Map.of(
                        id(1), new Moved(Money.ofYuan("80"), NONE, NONE, List.of(refund("20", null))),
                        id(2), new Moved(Money.ofYuan("36"), NONE, NONE, List.of(refund("36", DAY)))));

        assertThat(money.addsUp()).isTrue();
        assertThat(money.onItsWayBack()).isEqualTo(Money.ofYuan("20"));
        assertThat(money.back()).isEqualTo(Money.ofYuan("36"));
        assertThat(money.kept().amount()).isEqualTo(money.due()).isEqualTo(Money.ofYuan("60"));
    }

    @Test
    void whoHasNotPaidIsExpectedAndNotMissing() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.PLACED, "80", "0"), order(2, OrderStatus.CLOSED, "36", "0")), Map.of());

        assertThat(money.addsUp()).isTrue();
        assertThat(money.expected()).isEqualTo(Money.ofYuan("80")).isEqualTo(money.unpaid());
    }

    @Test
    void aSecondPaymentThatTurnsRoundIsNoDifference() {
        var twice = new Moved(Money.ofYuan("80"), Money.ofYuan("80"), NONE, List.of(refund("80", DAY)));
        var money = Reckoning.of(List.of(order(1, OrderStatus.PAID, "80", "0")), Map.of(id(1), twice));

        assertThat(money.addsUp()).isTrue();
        assertThat(money.turned()).isEqualTo(Money.ofYuan("80"));
    }

    @Test
    void aDifferenceIsNamedByOrderAndAmount() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.PAID, "80", "0"), order(2, OrderStatus.PAID, "36", "0")),
                Map.of(id(1), in("80"), id(2), in("30")));

        assertThat(money.addsUp()).isFalse();
        assertThat(money.by().fen()).isEqualTo(-600);
        assertThat(money.differences()).singleElement().satisfies(one -> {
            assertThat(one.order()).isEqualTo("JYSA0000000002");
            assertThat(one.by().toString()).isEqualTo("−¥6.00");
        });
    }

    @Test
    void differencesThatCancelEachOtherOutAreStillSaid() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.PAID, "80", "0"), order(2, OrderStatus.PAID, "36", "0")),
                Map.of(id(1), in("86"), id(2), in("30")));

        assertThat(money.by().fen()).isZero();
        assertThat(money.addsUp()).isFalse();
        assertThat(money.differences()).hasSize(2);
    }

    @Test
    void moneyNobodyHasDecidedAboutDoesNotAddUp() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.PAID, "80", "0")),
                Map.of(id(1), new Moved(Money.ofYuan("80"), NONE, Money.ofYuan("3"), List.of())));

        assertThat(money.addsUp()).isFalse();
        assertThat(money.undecided()).isEqualTo(Money.ofYuan("3"));
    }

    @Test
    void importsArePaidElsewhereAndStayApart() {
        var imported = record(1, OrderKind.IMPORT, OrderStatus.CONFIRMED, "80", "0");
        var money = Reckoning.of(List.of(imported), Map.of());

        assertThat(money.addsUp()).isTrue();
        assertThat(money.dues().toLeader()).isEqualTo(Money.ofYuan("80"));
        assertThat(money.isNothingHere()).isTrue();
        assertThat(money.expected()).isEqualTo(Money.ZERO);
    }

    @Test
    void theBarHoldsEverythingExpectedAndNoMore() {
        var money = Reckoning.of(
                List.of(order(1, OrderStatus.CONFIRMED, "60", "20"), order(2, OrderStatus.PLACED, "36", "0")),
                Map.of(id(1), new Moved(Money.ofYuan("80"), NONE, NONE, List.of(refund("20", DAY)))));

        var shares = Share.of(money);

        assertThat(shares).extracting(Share::name).containsExactly("kept", "back", "unpaid");
        assertThat(shares.stream().mapToInt(Share::width).sum()).isEqualTo(1_000);
    }

    private static OrderRecord order(int number, OrderStatus status, String yuan, String returned) {
        return record(number, OrderKind.CYCLE, status, yuan, returned);
    }

    private static OrderRecord record(int number, OrderKind kind, OrderStatus status, String yuan, String returned) {
        return new OrderRecord(
                new OrderId(id(number)),
                new Code("JYSA%010d".formatted(number)),
                kind,
                status,
                null,
                null,
                Money.ofYuan(yuan),
                Money.ofYuan(returned),
                Money.ZERO,
                Money.ZERO,
                dues(kind, status, Money.ofYuan(yuan)),
                1,
                new OrderRecord.Dates(DAY, null, null, null, null, null));
    }

    /** As the database derives them; an import was paid to its leader. */
    private static Dues dues(OrderKind kind, OrderStatus status, Money cost) {
        return switch (status) {
            case CLOSED, REFUNDED -> Dues.NOTHING;
            case PLACED -> new Dues(NONE, NONE, cost, NONE);
            case PAID, CONFIRMED, COLLECTED, COMPLETED ->
                kind == OrderKind.IMPORT ? new Dues(NONE, cost, NONE, NONE) : new Dues(cost, NONE, NONE, NONE);
        };
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }

    private static Moved in(String yuan) {
        return new Moved(Money.ofYuan(yuan), NONE, NONE, List.of());
    }

    private static RefundCard refund(String yuan, @Nullable Instant done) {
        return new RefundCard(UUID.randomUUID(), Money.ofYuan(yuan), false, "product-short", DAY, done);
    }
}

package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;

class PeopleWithoutDoorTest {

    private static final MemberId LI = new MemberId(new UUID(1, 1));
    private static final MemberId LIN = new MemberId(new UUID(1, 2));

    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void twoMembersWhoseMasksAreAlikeHaveABagEach() {
        assertThat(bags(order(LI, "李想", "138****5678"), order(LIN, "李响", "138****5678")))
                .hasSize(2);
        assertThat(bags(order(LI, "李想", "138****5678"), order(LIN, "李想", "138****5678")))
                .hasSize(2);
    }

    @Test
    void twoGuestsOfOneSurnameHaveABagEach() {
        assertThat(bags(order(null, "王阿姨", ""), order(null, "王小明", ""))).hasSize(2);
    }

    @Test
    void severalOrdersOfOnePersonAreOneBag() {
        assertThat(bags(order(LI, "李想", "138****5678"), order(LI, "李想", "139****0001")))
                .hasSize(1);
        assertThat(bags(order(null, "王阿姨", ""), order(null, "王阿姨", ""))).hasSize(1);
    }

    private static List<Household> bags(OrderSheet... orders) {
        return PickupSheet.of(List.of(orders).stream().map(PickupSheets::order).toList())
                .households();
    }

    private OrderSheet order(@Nullable MemberId buyer, String recipient, String maskedPhone) {
        int number = numbers.incrementAndGet();
        return new OrderSheet(
                new OrderId(new UUID(2, number)),
                new Code("JYSA%010d".formatted(number)),
                buyer == null ? OrderKind.IMPORT : OrderKind.CYCLE,
                OrderStatus.CONFIRMED,
                null,
                buyer,
                recipient,
                maskedPhone,
                Address.NONE,
                new UUID(3, 1),
                "3号门",
                null,
                null,
                "K%05d".formatted(number),
                "",
                Money.ofYuan("8"),
                tuanju.order.dues.Dues.NOTHING,
                List.of(),
                Instant.EPOCH,
                null);
    }
}

package tuanju.cycle.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.Dues;

@DisplayName("W-54 Of 510 orders of a cycle")
class OrdersShownTest {

    private final List<OrderSheet> all =
            IntStream.rangeClosed(1, 510).mapToObj(OrdersShownTest::order).toList();

    @Test
    @DisplayName("a page shows fifty, and page after page every one is seen once")
    void everyOneIsSeenOnce() {
        var seen = new ArrayList<OrderSheet>();
        @Nullable Code after = null;
        do {
            var page = OrdersShown.of(all, "", after);
            assertThat(page.shown()).hasSizeLessThanOrEqualTo(OrdersShown.PAGE);
            seen.addAll(page.shown());
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(all);
        assertThat(new HashSet<>(seen)).hasSize(510);
    }

    @Test
    @DisplayName("one is found by door, name, last digits or code, wherever it stands")
    void oneIsFound() {
        for (var words : List.of("3-207", "邻居207", "0207", " T0000000000207 ", "t0000000000207")) {
            assertThat(OrdersShown.of(all, words, null).shown())
                    .as(words)
                    .extracting(OrderSheet::recipient)
                    .containsExactly("邻居207");
        }
        assertThat(OrdersShown.of(all, "查无此人", null))
                .satisfies(it -> assertThat(it.found()).isZero())
                .satisfies(it -> assertThat(it.next()).isNull());
    }

    @Test
    @DisplayName("one that is not there any more leads to the first page")
    void whoIsGoneLeadsToTheFirstPage() {
        var page = OrdersShown.of(all, "", new Code("T9999999999999"));
        assertThat(page.shown().getFirst()).isEqualTo(all.getFirst());
        assertThat(page.after()).isNull();
    }

    private static OrderSheet order(int number) {
        var at = Instant.parse("2026-04-06T01:00:00Z").plusSeconds(number);
        return new OrderSheet(
                new OrderId(new UUID(0, number)),
                new Code("T%013d".formatted(number)),
                OrderKind.CYCLE,
                OrderStatus.PAID,
                null,
                null,
                "邻居" + number,
                "138****%04d".formatted(number),
                Address.of(Door.of("3", String.valueOf(number)), "by-hand"),
                new UUID(1, 1),
                "3号门",
                null,
                null,
                "",
                "",
                Money.ofYuan("59.90"),
                Dues.NOTHING,
                List.of(),
                at,
                null);
    }
}

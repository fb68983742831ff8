package tuanju.order.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Communities;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.DuesInFen;

/** For operators over REST: the orders of every community, looked for and sorted as on their page. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/orders")
class OrderDeskResources {

    private final OrderDesk desk;
    private final Communities communities;

    /**
     * One order.
     *
     * @param amountFen what was asked for it
     */
    record Order(
            UUID community,
            UUID id,
            String code,
            OrderKind kind,
            OrderStatus status,
            String recipient,
            String maskedPhone,
            String title,
            int pieces,
            long amountFen,
            DuesInFen dues,
            Instant placedAt) {

        private static Order of(OrderDesk.Found it) {
            return new Order(
                    it.community().value(),
                    it.id(),
                    it.code(),
                    it.kind(),
                    it.status(),
                    it.recipient(),
                    it.maskedPhone(),
                    it.title(),
                    it.pieces(),
                    it.amount().fen(),
                    DuesInFen.of(it.dues()),
                    it.placedAt());
        }
    }

    /** How many match, and what was asked for them in all. */
    record Total(long orders, long amountFen) {}

    /**
     * A page.
     *
     * @param next to be sent as "after"; null on the last page
     * @param total null where more than 20,000 match, until sum=all is sent
     */
    record Page(
            List<Order> items,
            @Nullable String next,
            @Nullable Total total) {}

    /** Newest first, unless sorted otherwise. */
    @GetMapping
    Page orders(OrdersAsked asked) {
        var page = desk.find(asked.search(communities), asked.turn(), asked.addsUpAll());
        var total = page.total();
        return new Page(
                page.orders().stream().map(Order::of).toList(),
                page.more() ? page.orders().getLast().code() : null,
                total == null ? null : new Total(total.orders(), total.amount().fen()));
    }
}

package tuanju.order.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.dues.DuesInFen;
import tuanju.payment.MoneyWatch;
import tuanju.payment.RefundCard;
import tuanju.payment.Refunds;

/** For operators over REST: all that their page of one order says; what its buyer gave by hand is among its receipts. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/orders/{code}")
class OrderFileResources {

    private final OrderBook book;
    private final MoneyWatch money;
    private final Refunds refunds;
    private final Communities communities;

    /**
     * An order.
     *
     * @param source the team or cycle it belongs to; null for one bought alone
     * @param amountFen what was asked for it
     * @param netFen what it costs in the end
     */
    record File(
            UUID community,
            UUID id,
            String code,
            OrderKind kind,
            OrderStatus status,
            @Nullable UUID source,
            String recipient,
            String maskedPhone,
            String address,
            String pickupPoint,
            @Nullable Instant pickupFrom,
            String note,
            long amountFen,
            long netFen,
            DuesInFen dues,
            List<Line> lines,
            List<Step> timeline,
            List<Payment> payments,
            List<Refund> refunds) {}

    /** What was ordered; grams is null unless it was weighed. */
    record Line(
            String product,
            String spec,
            long unitPriceFen,
            int quantity,
            long discountFen,
            @Nullable Integer grams,
            long netFen) {

        private static Line of(OrderLineCard it) {
            return new Line(
                    it.productName(),
                    it.spec(),
                    it.unitPrice().fen(),
                    it.quantity(),
                    it.discount().fen(),
                    it.grams(),
                    it.net().fen());
        }
    }

    /** A status it came to, and why. */
    record Step(OrderStatus to, Instant at, String cause) {}

    /** One try to pay it. */
    record Payment(String provider, String code, String status, long amountFen, Instant opened) {

        private static Payment of(MoneyWatch.PaymentCard it) {
            return new Payment(
                    it.provider(), it.code(), it.status(), it.amount().fen(), it.opened());
        }
    }

    /** What goes back; doneAt is null until its provider has confirmed it. */
    record Refund(
            long amountFen,
            String reason,
            Instant requestedAt,
            @Nullable Instant doneAt) {

        private static Refund of(RefundCard it) {
            return new Refund(it.amount().fen(), it.reason(), it.requested(), it.done());
        }
    }

    @GetMapping
    File file(@PathVariable Code code) {
        var home = communities.of(code).id();
        var order = book.sheet(home, code);
        return new File(
                home.value(),
                order.id().value(),
                order.code().value(),
                order.kind(),
                order.status(),
                order.source(),
                order.recipient(),
                order.maskedPhone(),
                order.address().text(),
                order.pickupPointName(),
                order.pickupFrom(),
                order.note(),
                order.amount().fen(),
                order.net().fen(),
                DuesInFen.of(order.dues()),
                order.lines().stream().map(Line::of).toList(),
                book.timeline(home, order.id()).stream()
                        .map(it -> new Step(it.to(), it.at(), it.cause()))
                        .toList(),
                money.paymentsOf(home, order.id().value()).stream()
                        .map(Payment::of)
                        .toList(),
                refunds.of(home, order.id().value()).stream().map(Refund::of).toList());
    }
}

package tuanju.order.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.paying.OrderCancelling;
import tuanju.order.paying.OrderPaying;
import tuanju.payment.providers.WayToPay;

/**
 * A buyer's own orders over the API. Cancelling and paying call the provider, so they run in no transaction and need no
 * key: doing either twice is doing it once.
 */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/orders")
class OrderResources {

    private static final int PAGE = 20;

    private final OrderBook book;
    private final OrderCancelling cancelling;
    private final OrderPaying paying;
    private final List<OrderOrigins> origins;
    private final Commands commands;

    record Item(
            String code,
            OrderKind kind,
            OrderStatus status,
            String title,
            int pieces,
            long amountFen,
            Instant placedAt,
            @Nullable Instant payBefore) {}

    /** A page of orders; next names the last one, to be sent as "after", and is null on the last page. */
    record Page(List<Item> items, @Nullable String next) {}

    /** How much credit pays of it: as much as there is where nothing is said; all of it needs no provider. */
    record PaymentWish(@Nullable String provider, @Nullable Long walletFen) {

        @Nullable
        Money credit() {
            if (walletFen != null && walletFen < 0) {
                throw new Invalid("walletFen", "quote-wallet");
            }
            return walletFen == null ? null : Money.ofFen(walletFen);
        }
    }

    /**
     * How it can be paid.
     *
     * @param payUrl where a browser goes; null where the provider has no page
     * @param qrContent what a phone scans
     * @param inChat what a chat's own payment is called with, inside its browser
     */
    record PaymentOpened(
            @Nullable String payUrl,
            @Nullable String qrContent,
            @Nullable Map<String, String> inChat) {

        static PaymentOpened of(WayToPay way) {
            return new PaymentOpened(
                    way.address(), way.qrContent(), way.inChat().isEmpty() ? null : way.inChat());
        }
    }

    @GetMapping
    Page list(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after) {
        var orders = book.of(me.member(), Code.after(after), PAGE);
        return new Page(
                orders.stream().map(OrderResources::item).toList(),
                orders.size() < PAGE ? null : orders.getLast().code().value());
    }

    @GetMapping("/{code}")
    OrderResource order(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var order = book.detail(me.member(), Code.read(code));
        var origin = origins.stream()
                .flatMap(it -> it.of(order.community(), order.card().id()).stream())
                .findFirst()
                .orElse(null);
        return OrderResource.of(order, origin);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        cancelling.cancel(me.member(), Code.read(code));
    }

    /** Only the wish is kept with its key: opening asks the provider, which no transaction waits for, and is safe to repeat. */
    @PostMapping("/{code}/payments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PaymentOpened> pay(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody PaymentWish wish,
            CommandKey key) {
        var credit = wish.credit();
        var wanted = commands.once(key.with(wish), PaymentWish.class, () -> wish);
        var opened = PaymentOpened.of(
                wanted.replayed() && isPaid(me, code)
                        ? WayToPay.at("/orders/" + Code.read(code))
                        : paying.open(me.member(), Code.read(code), wish.provider(), credit));
        return new Answer<>(opened, wanted.replayed()).with(HttpStatus.CREATED);
    }

    /** What was wished before has come true: with credit there is no provider's page that would say so. */
    private boolean isPaid(SignedIn me, String code) {
        return switch (book.card(me.member(), Code.read(code)).status()) {
            case PAID, CONFIRMED, COLLECTED, COMPLETED -> true;
            case PLACED, CLOSED, REFUNDED -> false;
        };
    }

    private static Item item(OrderCard order) {
        return new Item(
                order.code().value(),
                order.kind(),
                order.status(),
                order.title(),
                order.pieces(),
                order.amount().fen(),
                order.placedAt(),
                order.payBefore());
    }
}

package tuanju.order;

import java.time.Instant;
import java.util.List;
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

    record PaymentWish(@Nullable String provider) {}

    record PaymentOpened(String payUrl) {}

    @GetMapping
    Page list(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String after) {
        var orders = book.of(me.member(), after == null ? null : Code.read(after), PAGE);
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
        if (wish.provider() == null) {
            throw new Invalid("provider", "unknown-provider", paying.choices());
        }
        var wanted = commands.once(key.with(wish), PaymentWish.class, () -> wish);
        var opened = new PaymentOpened(paying.pay(me.member(), Code.read(code), wish.provider()));
        return new Answer<>(opened, wanted.replayed()).with(HttpStatus.CREATED);
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

package tuanju.payment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.OutsideTransaction;
import tuanju.payment.providers.CircuitBreaker;
import tuanju.payment.providers.PaymentProvider;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.ProviderUnavailable;
import tuanju.payment.providers.Providers;
import tuanju.payment.providers.WayToPay;

/** Opens payments at a provider for an order and asks what became of them. */
@Slf4j
@Component
@RequiredArgsConstructor
public class Payments {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final PaymentTries tries;
    private final Captures captures;
    private final Providers providers;
    private final PaymentPoller poller;
    private final Communities communities;
    private final CircuitBreaker breaker;

    /**
     * Opens a payment and answers how it can be paid. Calls the provider: never inside a transaction. A second call for
     * the same order and provider answers the open one again. Refuses an unlisted provider (400 unknown-provider) and
     * one that does not answer (503 provider-unavailable); the same call may then be made again.
     */
    public WayToPay open(PaymentRequest request) {
        OutsideTransaction.require();
        var provider = providers
                .find(request.provider())
                .orElseThrow(() -> new Invalid("provider", "unknown-provider", String.join(", ", providers.names())));
        var payment = openTry(request);
        if (payment.way() != null) {
            return payment.way();
        }
        var way = breaker.call(provider.name(), () -> openAt(provider, payment));
        tries.paidBy(payment, way);
        return way;
    }

    /**
     * Closes whatever is open for this order at its provider first, then asks once more. Answers true when nothing was
     * and nothing can be paid any more; false when it turned out to be paid. Calls the provider: never inside a
     * transaction. Refuses (503 provider-unavailable) when the provider does not answer: then nothing is certain.
     */
    public boolean close(CommunityId community, UUID order) {
        OutsideTransaction.require();
        tries.ofOrder(community, order).stream()
                .filter(it -> it.status() == PaymentTry.Status.CREATED)
                .forEach(poller::close);
        return !captures.hasPaid(community, order);
    }

    /**
     * Asks the provider about the payments of this order and routes a capture that was missed. Never inside a
     * transaction. A provider that does not answer is asked again later by itself.
     */
    public void refresh(CommunityId community, UUID order) {
        OutsideTransaction.require();
        for (var payment : tries.ofOrder(community, order)) {
            if (payment.status() != PaymentTry.Status.CAPTURED) {
                try {
                    poller.query(payment);
                } catch (ProviderUnavailable e) {
                    log.warn("{} does not answer about {}", payment.provider(), payment.code());
                }
            }
        }
    }

    /**
     * The newest try to pay an order.
     *
     * @param failed whether it did not go through
     * @param way how it can still be paid; null where it is over, or where nobody has tried
     */
    public record Newest(boolean failed, @Nullable WayToPay way) {}

    /** How the newest try to pay this order stands with us; asks no provider. */
    public Newest newest(CommunityId community, UUID order) {
        var all = tries.ofOrder(community, order);
        if (all.isEmpty()) {
            return new Newest(false, null);
        }
        var last = all.getLast();
        return new Newest(
                last.status() == PaymentTry.Status.FAILED,
                last.status() == PaymentTry.Status.CREATED ? last.way() : null);
    }

    /** Whether that provider is a person at the gate. */
    public static boolean isCash(@Nullable String provider) {
        return OfflineProvider.NAME.equals(provider);
    }

    /** The providers people may choose from on this installation, in display order. */
    public List<String> providers() {
        return providers.names();
    }

    /** One of another amount, as before credit was set aside for the order or set free, is closed at its provider first. */
    private PaymentTry openTry(PaymentRequest request) {
        var payment = tries.open(request, communities.nextCode(request.community()));
        if (payment.amount().equals(request.amount())) {
            return payment;
        }
        poller.close(payment);
        if (captures.hasPaid(request.community(), request.order())) {
            throw new ProviderUnavailable();
        }
        return tries.open(request, communities.nextCode(request.community()));
    }

    /**
     * An answer that got lost soon is worth one more try: the code is the same, so nothing is opened twice. Who has waited
     * long for none is told so, and may try again.
     */
    private static WayToPay openAt(PaymentProvider provider, PaymentTry payment) {
        long begun = System.nanoTime();
        try {
            return provider.open(payment);
        } catch (ProviderUnavailable e) {
            if (System.nanoTime() - begun > SOON.toNanos()) {
                throw e;
            }
            return provider.open(payment);
        }
    }
}

package tuanju.order.paying;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.Payments;

/** Sends a buyer to where they pay; to their order when that is not possible, which is kept and says why. */
@Slf4j
@Component
@RequiredArgsConstructor
public class PaymentStart {

    private final OrderPaying paying;
    private final Payments payments;

    /**
     * The redirect after placing an order: who has credit says at the order whether it is spent. Calls the provider: never
     * inside a transaction.
     *
     * @param provider how the buyer wants to pay; the first one of this installation when they did not say
     */
    public String redirect(MemberId buyer, Code order, @Nullable String provider) {
        return paying.hasCredit(buyer, order) ? "redirect:/orders/" + order : redirect(buyer, order, provider, false);
    }

    /** The redirect after tapping "pay", with as much credit as there is or with none. */
    public String redirect(MemberId buyer, Code order, @Nullable String provider, boolean withCredit) {
        var wanted = withCredit ? null : Money.ZERO;
        try {
            return chosen(provider)
                    .map(it -> "redirect:" + where(order, it, paying.pay(buyer, order, it, wanted)))
                    .orElse(unavailable(order));
        } catch (Refusal refusal) {
            return switch (refusal.getStatus()) {
                case 404 -> throw refusal;
                case 503 -> unavailable(order);
                default -> "redirect:/orders/" + order;
            };
        } catch (RuntimeException e) {
            log.warn("Order {} could not be sent to its payment", order, e);
            return unavailable(order);
        }
    }

    private Optional<String> chosen(@Nullable String provider) {
        var known = payments.providers();
        return known.stream()
                .filter(it -> it.equals(provider))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    /** Who pays in cash stays at the order, which then says how. */
    private static String where(Code order, String provider, String payUrl) {
        return Payments.isCash(provider) && payUrl.equals("/orders/" + order) ? payUrl + "?payment=offline" : payUrl;
    }

    private static String unavailable(Code order) {
        return "redirect:/orders/" + order + "?payment=unavailable";
    }
}

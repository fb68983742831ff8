package tuanju.order;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.payment.PaymentRequest;
import tuanju.payment.Payments;

/** The buyer pays an order. */
@Component
@RequiredArgsConstructor
public class OrderPaying {

    private final OrderBook book;
    private final Payments payments;

    /**
     * Opens the payment at a provider and answers where the payer goes. Refuses with NotPayable (409), an unknown
     * provider with Invalid, NotFound. Calls the provider: never inside a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public String pay(MemberId buyer, Code code, String provider) {
        if (!payments.providers().contains(provider)) {
            throw new Invalid("provider", "unknown-provider", choices());
        }
        var order = book.own(buyer, code);
        if (order.status() != OrderStatus.PLACED || order.overdue() || order.payBefore() == null) {
            throw new NotPayable();
        }
        return payments.open(new PaymentRequest(
                order.community(),
                order.id().value(),
                code,
                buyer,
                order.amount(),
                order.title(),
                provider,
                order.payBefore(),
                "/orders/" + code));
    }

    /** The providers one may name, as a refusal lists them. */
    String choices() {
        return String.join(", ", payments.providers());
    }
}

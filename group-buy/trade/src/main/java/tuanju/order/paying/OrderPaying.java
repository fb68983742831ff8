package tuanju.order.paying;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderStatus;
import tuanju.payment.PaymentRequest;
import tuanju.payment.Payments;
import tuanju.payment.providers.WayToPay;

/** The buyer pays an order. */
@Component
@RequiredArgsConstructor
public class OrderPaying {

    private final OwnOrders orders;
    private final Payments payments;
    private final CreditFirst credit;
    private final OrderCaptures captures;

    /** The same without any credit. */
    @Transactional(propagation = Propagation.NEVER)
    public String pay(MemberId buyer, Code code, String provider) {
        return pay(buyer, code, provider, Money.ZERO);
    }

    /** The same, and answers where a browser goes: to the order's page where its provider has no page to go to. */
    @Transactional(propagation = Propagation.NEVER)
    public String pay(MemberId buyer, Code code, @Nullable String provider, @Nullable Money wanted) {
        var address = open(buyer, code, provider, wanted).address();
        return address == null ? "/orders/" + code : address;
    }

    /**
     * Sets credit aside, opens the payment of the rest at a provider and answers how it can be paid: on the order's page where
     * credit pays all of it. Refuses with NotPayable (409), an unknown provider with Invalid, NotFound. Calls the
     * provider: never inside a transaction.
     *
     * @param provider may be missing where credit pays all
     * @param wanted so much credit; null for as much as there is
     */
    @Transactional(propagation = Propagation.NEVER)
    public WayToPay open(MemberId buyer, Code code, @Nullable String provider, @Nullable Money wanted) {
        boolean isKnown = provider != null && payments.providers().contains(provider);
        if (!isKnown && (provider != null || Money.ZERO.equals(wanted))) {
            throw new Invalid("provider", "unknown-provider", choices());
        }
        var order = orders.own(buyer, code);
        if (order.status() != OrderStatus.PLACED || order.overdue() || order.payBefore() == null) {
            throw new NotPayable();
        }
        if (!isKnown && !credit.possible(buyer, order).equals(order.amount())) {
            throw new Invalid("provider", "unknown-provider", choices());
        }
        var byCredit = credit.setAside(buyer, order, provider, wanted);
        return byCredit.equals(order.amount())
                ? byCreditAlone(code, order)
                : payments.open(rest(buyer, code, order, provider, byCredit));
    }

    /** What waits at a provider is closed there first. */
    private WayToPay byCreditAlone(Code code, OwnOrder order) {
        if (payments.close(order.community(), order.id().value())) {
            captures.payByCredit(order.community(), order.id());
        }
        return WayToPay.at("/orders/" + code);
    }

    private static PaymentRequest rest(
            MemberId buyer, Code code, OwnOrder order, @Nullable String provider, Money byCredit) {
        if (provider == null || order.payBefore() == null) {
            throw new NotPayable();
        }
        return new PaymentRequest(
                order.community(),
                order.id().value(),
                code,
                buyer,
                order.amount().minus(byCredit),
                order.title(),
                provider,
                order.payBefore(),
                "/orders/" + code);
    }

    /** Whether this buyer has credit that could pay some of this order. Refuses with NotFound. */
    public boolean hasCredit(MemberId buyer, Code code) {
        return !credit(buyer, code).isZero();
    }

    /** How much of it their credit can pay. Refuses with NotFound. */
    public Money credit(MemberId buyer, Code code) {
        return credit.possible(buyer, orders.own(buyer, code));
    }

    /** The providers one may name, as a refusal lists them. */
    String choices() {
        return String.join(", ", payments.providers());
    }
}

package tuanju.order.paying;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderStatus;
import tuanju.order.life.OrderRows;
import tuanju.payment.Credit;
import tuanju.payment.Payments;

/** Sets a buyer's credit aside for an order before anything is asked of a provider. */
@Component
@RequiredArgsConstructor
class CreditFirst {

    private final OrderRows rows;
    private final Credit credit;

    /** As much of the order as there is credit for it: what is free, and what is set aside for it already. */
    @Transactional(readOnly = true)
    public Money possible(MemberId buyer, OwnOrder order) {
        var all = credit.free(order.community(), buyer)
                .plus(credit.setAside(order.community(), order.id().value()));
        return all.isMoreThan(order.amount()) ? order.amount() : all;
    }

    /**
     * Sets aside what the buyer wants to pay with credit, instead of what was before; answers how much that is. Refuses with
     * NotPayable an order that waits no more, with Invalid credit beside cash, with a refusal (409) more than there is.
     *
     * @param wanted null for as much as there is
     */
    @Transactional
    public Money setAside(MemberId buyer, OwnOrder order, @Nullable String provider, @Nullable Money wanted) {
        var possible = possible(buyer, order);
        var held = credit.setAside(order.community(), order.id().value());
        var amount = amount(order, possible, provider, wanted);
        if (!amount.equals(held)) {
            if (rows.lock(order.community(), order.id()).stream().noneMatch(it -> it.status() == OrderStatus.PLACED)) {
                throw new NotPayable();
            }
            credit.setAside(order.community(), order.id().value(), buyer, amount);
        }
        return amount;
    }

    private static Money amount(OwnOrder order, Money possible, @Nullable String provider, @Nullable Money wanted) {
        var amount = wanted == null ? possible : wanted.isMoreThan(order.amount()) ? order.amount() : wanted;
        boolean needsCash = Payments.isCash(provider) && !amount.equals(order.amount()) && !amount.isZero();
        if (needsCash && wanted != null) {
            throw new Invalid("walletFen", "credit-not-beside-cash");
        }
        return needsCash ? Money.ZERO : amount;
    }
}

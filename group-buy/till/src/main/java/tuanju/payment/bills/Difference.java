package tuanju.payment.bills;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;

/**
 * Something that a bill and we do not say alike.
 *
 * @param code of the payment, refund or transfer, which says whose it is
 * @param reference the provider's transaction, or the code where it gives none
 * @param ours the amount that we know; null where we know nothing
 */
record Difference(
        ExceptionCase.Kind kind,
        String what,
        String code,
        String reference,
        Money amount,
        @Nullable Money ours) {}

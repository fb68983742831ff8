package tuanju.payment.providers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;

/** What a provider told by itself, signature and time already checked. */
public sealed interface Notice {

    /**
     * A payment with this code was taken.
     *
     * @param payer what whoever paid is called at the provider; null where it does not say
     */
    record Paid(
            String code,
            String transaction,
            Money amount,
            Instant at,
            @Nullable String payer) implements Notice {}

    /** The try to pay with this code has failed. */
    record Failed(String code) implements Notice {}

    /** The refund with this code is done. */
    record Refunded(String refundCode) implements Notice {}

    /** Properly signed, but not about our money as we know it. */
    record Strange(ExceptionCase.Kind kind, String code, String reference, Money amount, String detail)
            implements Notice {}

    /** Nothing that concerns us. */
    record Other() implements Notice {}
}

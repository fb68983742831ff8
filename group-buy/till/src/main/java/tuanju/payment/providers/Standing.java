package tuanju.payment.providers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/** How a payment stands at its provider. */
public sealed interface Standing {

    /** Not paid yet, and may still be. */
    record Waiting() implements Standing {}

    /**
     * Taken, under the provider's own transaction number.
     *
     * @param payer what whoever paid is called at the provider; null where it does not say
     */
    record Paid(
            String transaction,
            Money amount,
            Instant at,
            @Nullable String payer) implements Standing {}

    /** The try has failed for good. */
    record Failed() implements Standing {}

    /** Cannot be paid any more, or was never known there. */
    record Closed() implements Standing {}
}

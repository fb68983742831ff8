package tuanju.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What a provider says it has taken: by a callback, or when asked.
 *
 * @param payer what whoever paid is called there; null where it does not say
 */
record Took(
        String provider,
        String code,
        String transaction,
        Money amount,
        Instant at,
        @Nullable String payer) {

    Took(String provider, String code, String transaction, Money amount, Instant at) {
        this(provider, code, transaction, amount, at, null);
    }
}

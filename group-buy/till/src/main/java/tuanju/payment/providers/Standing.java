package tuanju.payment.providers;

import java.time.Instant;
import tuanju.money.Money;

/** How a payment stands at its provider. */
public sealed interface Standing {

    /** Not paid yet, and may still be. */
    record Waiting() implements Standing {}

    /** Taken, under the provider's own transaction number. */
    record Paid(String transaction, Money amount, Instant at) implements Standing {}

    /** The try has failed for good. */
    record Failed() implements Standing {}

    /** Cannot be paid any more, or was never known there. */
    record Closed() implements Standing {}
}

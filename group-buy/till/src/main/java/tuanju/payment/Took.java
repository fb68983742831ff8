package tuanju.payment;

import java.time.Instant;
import tuanju.money.Money;

/** What a provider says it has taken: by a callback, or when asked. */
record Took(String provider, String code, String transaction, Money amount, Instant at) {}

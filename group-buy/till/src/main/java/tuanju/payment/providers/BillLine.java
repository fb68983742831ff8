package tuanju.payment.providers;

import java.time.Instant;
import tuanju.money.Money;

/**
 * One line of a provider's daily bill: money that it took, gave back or paid out.
 *
 * @param code what we call it: of the payment, the refund or the transfer
 * @param transaction the provider's own number; empty where it has none
 */
public record BillLine(Kind kind, String code, String transaction, Money amount, Instant at) {

    /** Which way it went. */
    public enum Kind {
        PAYMENT,
        REFUND,
        TRANSFER
    }
}

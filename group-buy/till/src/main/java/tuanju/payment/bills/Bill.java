package tuanju.payment.bills;

import java.time.Instant;
import java.time.LocalDate;
import tuanju.money.Money;

/**
 * A provider's bill of one day, as it was compared.
 *
 * @param day of Shanghai
 * @param differences how many of its lines, or of ours, are not on the other side as they should be
 */
record Bill(
        String provider, LocalDate day, Sum payments, Sum refunds, Sum transfers, int differences, Instant compared) {

    /** So many lines and what they come to. */
    record Sum(int count, Money amount) {}
}

package tuanju.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A charge as the sandbox provider keeps it.
 *
 * @param payer what we call who settled it; null before, and where we do not know them
 * @param later the payer chose "later": their bank may still confirm after the charge was closed
 */
record Charge(
        String merchant,
        String code,
        String token,
        String title,
        Money amount,
        String notifyPath,
        String returnPath,
        Status status,
        boolean later,
        @Nullable String transaction,
        @Nullable Instant settledAt,
        @Nullable String payer) {

    enum Status {
        OPEN,
        PAID,
        FAILED,
        CLOSED
    }

    /** Public because the page asks. */
    public boolean isPayable() {
        return status == Status.OPEN || (status == Status.CLOSED && later);
    }
}

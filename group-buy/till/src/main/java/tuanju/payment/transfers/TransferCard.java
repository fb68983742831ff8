package tuanju.payment.transfers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A transfer as those who asked for it see it.
 *
 * @param code what the provider knows it by
 * @param reason why it failed, in the provider's words; empty unless it did
 * @param ended null while it is on its way
 */
public record TransferCard(
        String code,
        String provider,
        Money amount,
        State state,
        String reason,
        Instant requested,
        @Nullable Instant ended) {

    /** How it stands. */
    public enum State {
        PENDING,
        DONE,
        /** Final: the money is where it came from. */
        FAILED
    }
}

package tuanju.payment.providers;

/**
 * How a refund stands at its provider.
 *
 * @param detail what the provider said, for people who look into it
 */
public record RefundStanding(Answer answer, String detail) {

    public enum Answer {
        /** Accepted but not done. */
        PROCESSING,
        DONE,
        FAILED,
        NO_ANSWER
    }

    public static RefundStanding of(Answer answer) {
        return new RefundStanding(answer, "");
    }
}

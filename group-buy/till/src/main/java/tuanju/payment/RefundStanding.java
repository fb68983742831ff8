package tuanju.payment;

/**
 * How a refund stands at its provider.
 *
 * @param detail what the provider said, for people who look into it
 */
record RefundStanding(Answer answer, String detail) {

    enum Answer {
        /** Accepted but not done. */
        PROCESSING,
        DONE,
        FAILED,
        NO_ANSWER
    }

    static RefundStanding of(Answer answer) {
        return new RefundStanding(answer, "");
    }
}

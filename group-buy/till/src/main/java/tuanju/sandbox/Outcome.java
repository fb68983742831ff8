package tuanju.sandbox;

/** What the payer lets happen on the pay page. */
enum Outcome {
    PAID,
    FAILED,
    LATER,
    CALLBACK_LOST,
    CALLBACK_TWICE;

    boolean isPaid() {
        return this == PAID || this == CALLBACK_LOST || this == CALLBACK_TWICE;
    }
}

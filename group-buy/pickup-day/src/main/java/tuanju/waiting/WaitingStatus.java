package tuanju.waiting;

/** Where somebody's wish for a sold out product stands. */
enum WaitingStatus {
    /** In the line. */
    WAITING,
    /** Has an order and time to pay it. */
    OFFERED,
    /** Paid: the pieces are theirs. */
    TAKEN,
    /** Was offered pieces and did not pay. */
    PASSED,
    /** Does not want to wait any more. */
    LEFT
}

package tuanju.commission;

/** Where a commission stands. */
enum State {
    /** Its order is paid. */
    PENDING,
    /** Its goods will come: the team formed, the cycle was bought. */
    CONFIRMED,
    /** Seven days after hand-over the order is settled, and the commission the referrer's. */
    VESTED
}

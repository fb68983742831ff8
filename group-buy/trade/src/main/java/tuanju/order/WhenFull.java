package tuanju.order;

/** What the buyer wants when their money arrives and the team has no seat left; asked at checkout. */
public enum WhenFull {
    /** Open a new team of the same offer at the same price. */
    OPEN_NEW,
    /** Give the money back. */
    REFUND
}

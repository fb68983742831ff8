package tuanju.deputy;

/** What a deputy may do for a leader; a leader may do all of it. The words are {@code deputy.right.<right>}. */
public enum Right {
    /** Hand bags over at the desk, and take a mistake back. */
    HAND_OVER,
    /** Read and print the lists and labels. */
    LISTS,
    /** Look at a cycle and its orders. */
    ORDERS,
    /** Take goods in and count them. */
    RECEIVING,
    /** See a buyer's full phone number, with a reason and on record. */
    PHONES
}

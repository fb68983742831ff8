package tuanju.household;

/** What a leader picks households out by. */
enum Chip {
    ALL,
    /** Something is not paid. */
    UNPAID,
    /** A line of theirs wants to be looked at, or their door leaves open which unit it is. */
    LOOK,
    /** Nobody can find them by what is known of their door. */
    NO_DOOR,
    /** Something was not fetched. */
    NOT_FETCHED,
    /** Their leader holds more of their money than they owe. */
    TO_PAY_BACK,
    /** Their bag is carried to the door. */
    TO_THE_DOOR
}

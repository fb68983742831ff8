package tuanju.pickup.printing;

/**
 * One difference between a list as it was printed and as it is now.
 *
 * @param door of the household as it is now; as it was where it is gone
 * @param product empty where the whole bag is meant
 * @param was empty where there was nothing
 * @param now empty where there is nothing any more
 */
public record ListChange(Kind kind, String point, String door, String people, String product, String was, String now) {

    /** What differs. */
    public enum Kind {
        /** A bag that is not on the printed list. */
        ADDED,
        /** A bag that is on the printed list and no longer comes. */
        REMOVED,
        QUANTITY,
        AMOUNT,
        /** Weighed, or weighed anew; what it costs goes with it. */
        WEIGHT,
        DOOR,
        POINT,
        NOTE
    }
}

package tuanju.price;

/** Whose money a discount is. */
public enum Funder {
    /** Who runs the platform. */
    PLATFORM,
    /** The leader, out of their service fee. */
    LEADER,
    /** Who delivers the goods. */
    SUPPLIER,
    /** The buyer, with points they have: nobody gives it, it is a tender. */
    BUYER
}

package tuanju.order.aftersale;

/** Whose loss it is that money went back. */
public enum Bearer {
    /** Who delivered the goods. */
    SUPPLIER,
    /** Who handed them over. */
    LEADER,
    /** Who runs the community's trade. */
    PLATFORM,
    /** Nobody lost anything: less was bought, or less was weighed, before anybody had paid for it. */
    NOBODY
}

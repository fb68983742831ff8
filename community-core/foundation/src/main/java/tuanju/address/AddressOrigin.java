package tuanju.address;

/** Where a part of an address was read. */
public enum AddressOrigin {
    /** In the column made for it (房号, 楼号, 弄号). */
    COLUMN,
    /** In the free text of the address. */
    TEXT,
    /** In the note a buyer left for the leader. */
    NOTE,
    /** Put in by the leader by hand. */
    LEADER,
    /** Typed by the member into fields of their own. */
    MEMBER
}

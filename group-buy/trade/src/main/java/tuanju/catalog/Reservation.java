package tuanju.catalog;

/** What became of an attempt to set goods aside. */
public enum Reservation {
    RESERVED,
    SOLD_OUT,
    OVER_LIMIT
}

package tuanju.order.aftersale;

/** What became of goods after they were sold. */
public enum AdjustmentKind {
    /** The delivery was short: what did not come is not paid for. */
    SHORT(Bearer.SUPPLIER),
    /** They weighed less than was paid. */
    WEIGHED(Bearer.NOBODY),
    /** Crushed or spoilt when they were handed over. */
    DAMAGED(Bearer.PLATFORM),
    /** They came, and were not in the bag. */
    LEFT_OUT(Bearer.PLATFORM),
    /** Fewer were wanted before anybody had bought them. */
    CANCELLED(Bearer.NOBODY),
    /** All of them are sold for less since: what was paid more goes back. */
    CHEAPER(Bearer.NOBODY),
    /** Nobody came for them, and they went back. */
    RETURNED(Bearer.PLATFORM),
    /** Given though nobody had to. */
    GOODWILL(Bearer.PLATFORM);

    private final Bearer bearer;

    AdjustmentKind(Bearer bearer) {
        this.bearer = bearer;
    }

    /** Whose loss it is unless somebody says otherwise. */
    public Bearer bearer() {
        return bearer;
    }
}

package tuanju.earning;

import tuanju.order.aftersale.OrderReturns.Return;

/** Whose loss it is that money went back; never the leader's. */
enum Bearer {
    /** The delivery was short: what did not come is not paid for. */
    SUPPLIER,
    /** Damaged or missing at the gate: the community answers for it. */
    COMMUNITY,
    /** Nobody's: the buyer took less, or goods weighed less, before anybody had paid for them. */
    NOBODY;

    private static final String SHORT_DELIVERY = "short-";
    private static final String AT_THE_GATE = "-at-pickup";
    private static final String NEVER_COLLECTED = "never-collected";

    /** By the reason that the order keeps. */
    static Bearer of(Return back) {
        if (back.cause().endsWith(AT_THE_GATE) || back.cause().equals(NEVER_COLLECTED)) {
            return COMMUNITY;
        }
        return back.cause().startsWith(SHORT_DELIVERY) ? SUPPLIER : NOBODY;
    }
}

package tuanju.complaint;

import tuanju.order.aftersale.AdjustmentKind;

/** What is wrong with the goods. */
public enum ComplaintKind {
    /** Crushed, rotten, leaking: shown by a photo. */
    DAMAGED,
    /** Less in the bag than was bought. */
    SHORT,
    /** Nobody came for it in time, and part of its price is to go back. */
    UNCLAIMED;

    /** The stable word that the order's page puts into a sentence. */
    String cause() {
        return switch (this) {
            case DAMAGED -> "damaged-at-pickup";
            case SHORT -> "short-at-pickup";
            case UNCLAIMED -> "never-collected";
        };
    }

    /** What an order keeps it as. */
    AdjustmentKind adjustment() {
        return switch (this) {
            case DAMAGED -> AdjustmentKind.DAMAGED;
            case SHORT -> AdjustmentKind.LEFT_OUT;
            case UNCLAIMED -> AdjustmentKind.RETURNED;
        };
    }
}

package tuanju.complaint;

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
}

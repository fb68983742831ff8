package tuanju.address;

/** How much of a person's attention something needs. */
public enum Attention {
    /** Read without doubt; worth knowing at most. */
    MATCHED,
    /** Something was put right, and it is said what and why. */
    REPAIRED,
    /** A person should look: a contradiction, a gap, or something that cannot be read. */
    LOOK;

    public static Attention worst(Attention one, Attention other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

package tuanju.membership;

/** Whether somebody belongs to a community now, or how it ended. */
public enum Standing {
    ACTIVE,
    /** They left by themselves. */
    LEFT,
    /** A leader ended it. */
    ENDED
}

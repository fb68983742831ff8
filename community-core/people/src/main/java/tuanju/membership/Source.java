package tuanju.membership;

/** How a membership began. */
public enum Source {
    /** They said so. */
    OWN_ACT,
    /** They paid for an order there. */
    ORDER,
    /** They proved the phone of a guest whose order a leader had brought in. */
    CLAIM,
    /** They lead there, or stand in for a leader. */
    APPOINTMENT
}

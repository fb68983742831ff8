package tuanju.complaint;

/** What became of a complaint. */
public enum ComplaintStatus {
    /** Above the leader's allowance: the operator decides. */
    WAITING,
    GIVEN,
    DECLINED
}

package tuanju.teambuy;

/** Whether new teams can be opened under an offer; teams already open go on either way. */
public enum OfferStatus {
    OPEN,
    PAUSED,
    ENDED
}

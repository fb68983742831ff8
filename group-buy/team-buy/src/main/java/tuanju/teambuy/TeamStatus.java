package tuanju.teambuy;

/** Where a team stands; FORMED and LAPSED are final. */
public enum TeamStatus {
    OPEN,
    /** Every seat is paid: everyone gets the goods at the team price. */
    FORMED,
    /** The deadline came first, or everyone left: everyone gets their money back. */
    LAPSED
}

package tuanju.keeping;

/** What is done about a bag that nobody came for. */
enum Step {
    REMINDED,
    /** It is kept longer than usual. */
    EXTENDED,
    GIVEN_AWAY,
    /** Back to where the goods came from. */
    RETURNED,
    /** The decision is taken back: it waits again. */
    REOPENED;

    boolean decides() {
        return this == GIVEN_AWAY || this == RETURNED;
    }
}

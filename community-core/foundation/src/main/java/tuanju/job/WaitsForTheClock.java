package tuanju.job;

/** What a module has wait for a time of the database's clock, and how it goes on when that time went back. */
public interface WaitsForTheClock {

    /** What waits, as a plural in a line of the log. */
    String named();

    /**
     * Brings back to now what waits longer than the module itself ever has it wait.
     *
     * @param ahead a moment in SQL, just behind which everything waits that is as it should be with a pause of zero
     * @return how many go on
     */
    int goOn(String ahead);
}

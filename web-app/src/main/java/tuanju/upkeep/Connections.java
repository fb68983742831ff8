package tuanju.upkeep;

/**
 * The connections to the database, and the door before them.
 *
 * @param active how many work now
 * @param waiting how many requests and jobs wait for one
 * @param most how many there may be
 */
record Connections(int active, int waiting, int most, Door door) {

    /**
     * Where requests get their turn.
     *
     * @param free how many more could come in
     * @param waiting how many wait to come in
     * @param refused how many were sent away since the start
     */
    record Door(int free, int waiting, long refused) {}

    /** How many wait although every connection works already. */
    int tooMany() {
        return most > 0 && active >= most ? waiting : 0;
    }

    /** Hundredths of the pool that work. */
    public int share() {
        return most == 0 ? 0 : Math.min(100, 100 * active / most);
    }
}

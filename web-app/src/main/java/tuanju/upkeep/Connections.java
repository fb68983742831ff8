package tuanju.upkeep;

/**
 * The connections to the database.
 *
 * @param active how many work now
 * @param waiting how many requests and jobs wait for one
 * @param most how many there may be
 */
record Connections(int active, int waiting, int most) {

    /** How many wait although every connection works already. */
    int tooMany() {
        return most > 0 && active >= most ? waiting : 0;
    }

    /** Hundredths of the pool that work. */
    public int share() {
        return most == 0 ? 0 : Math.min(100, 100 * active / most);
    }
}

package tuanju.commission;

/**
 * How well somebody brought buyers in the 90 days before an order: only sales by their own links count, and never what they bought,
 * nor who else they brought here.
 *
 * @param completed orders that were completed
 * @param complained those of them with goods that were damaged or missing
 */
record OwnRecord(int completed, int complained) {

    private static final int SOME = 10;
    private static final int MANY = 50;
    private static final int ONE_OF = 20;

    /** 50, 10, or 0: more than one complaint in twenty is no record to be paid more for. */
    int tier() {
        if (complained * ONE_OF > completed) {
            return 0;
        }
        return completed >= MANY ? MANY : completed >= SOME ? SOME : 0;
    }
}

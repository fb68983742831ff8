package tuanju.points;

import tuanju.command.Invalid;

/**
 * What points are for in a community.
 *
 * @param perYuan got for each whole yuan that is kept of an order; 0 for none
 * @param perCheckIn got for the first check-in of a day; 0 for none
 * @param spends whether they pay a part of orders
 */
record Terms(int perYuan, int perCheckIn, boolean spends) {

    static final int MOST_PER_YUAN = 5;
    static final int MOST_PER_CHECK_IN = 20;

    /** Before anybody said anything. */
    static final Terms OFF = new Terms(0, 0, false);

    Terms {
        if (perYuan < 0 || perYuan > MOST_PER_YUAN) {
            throw new Invalid("perYuan", "points-number", 0, MOST_PER_YUAN);
        }
        if (perCheckIn < 0 || perCheckIn > MOST_PER_CHECK_IN) {
            throw new Invalid("perCheckIn", "points-number", 0, MOST_PER_CHECK_IN);
        }
    }

    /** Whether there is anything to get or to spend. */
    public boolean isOn() {
        return perYuan > 0 || perCheckIn > 0 || spends;
    }
}

package tuanju.receiving;

import java.util.Locale;

/** By which rule goods are given out that are too few for everybody. */
enum SharePolicy {
    /** Who ordered first is given first. */
    ORDER_TIME,
    /** Everybody the same, as far as it goes; nobody has two more than somebody who wanted more. */
    EQUAL_SHARE,
    /** Who ordered fewest is given first, so that most households get all they ordered. */
    FEWEST_FIRST,
    /** Equal shares for households in need first, then equal shares of what is left. */
    BY_NEED;

    /** The word an order keeps as the reason; need stays between the leader and the household. */
    String cause() {
        return this == BY_NEED
                ? "short-shared"
                : "short-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

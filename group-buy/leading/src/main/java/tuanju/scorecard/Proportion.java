package tuanju.scorecard;

/**
 * So many of so many, and within which bounds the true share lies: the Wilson score interval at 95 %, which stays within
 * 0 and 1 and is honest for small samples too.
 *
 * <p>Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American
 * Statistical Association 22 (1927), pp. 209–212.
 */
record Proportion(long hits, long of) {

    /** The 97.5 % point of the standard normal distribution: 2.5 % lie outside on each side. */
    private static final double Z = 1.959963984540054;

    Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no proportion");
        }
    }

    public boolean isEmpty() {
        return of == 0;
    }

    /** The share itself; 0 where nothing was counted. */
    public double share() {
        return isEmpty() ? 0 : (double) hits / of;
    }

    /** The lower bound of the interval; 0 where nothing was counted. */
    public double low() {
        return isEmpty() || hits == 0 ? 0 : Math.max(0, centre() - reach());
    }

    /** The upper bound of the interval; 1 where nothing was counted. */
    public double high() {
        return isEmpty() || hits == of ? 1 : Math.min(1, centre() + reach());
    }

    private double centre() {
        return (share() + Z * Z / (2.0 * of)) / (1 + Z * Z / of);
    }

    private double reach() {
        double spread = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(spread) / (1 + Z * Z / of);
    }

    /** For people: whole per cent, never rounded to all or nothing unless it is. */
    public int percent() {
        long rounded = Math.round(share() * 100);
        return (int) (hits > 0 && hits < of ? Math.clamp(rounded, 1, 99) : rounded);
    }

    public int lowPercent() {
        return (int) Math.floor(low() * 100);
    }

    public int highPercent() {
        return (int) Math.ceil(high() * 100);
    }
}

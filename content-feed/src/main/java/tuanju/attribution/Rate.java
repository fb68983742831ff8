package tuanju.attribution;

/**
 * How many of so many did something, and between what that is likely to be: Wilson's interval at 95 %. It is too early to say
 * anything of fewer than thirty, and while that interval is as wide as the rate itself.
 */
record Rate(long hits, long of) {

    private static final double Z = 1.959964;
    private static final int FEWEST = 30;

    public boolean isTooEarly() {
        return of < FEWEST || hits <= 0 || hits > of || upper() - lower() >= rate();
    }

    public double rate() {
        return (double) hits / of;
    }

    public double lower() {
        return (middle() - spread()) / (1 + Z * Z / of);
    }

    public double upper() {
        return (middle() + spread()) / (1 + Z * Z / of);
    }

    private double middle() {
        return rate() + Z * Z / (2 * of);
    }

    private double spread() {
        return Z * Math.sqrt(rate() * (1 - rate()) / of + Z * Z / (4.0 * of * of));
    }
}

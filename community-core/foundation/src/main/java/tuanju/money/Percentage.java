package tuanju.money;

/** A share between 0 % and 100 %, counted in basis points (1/100 of a per cent). */
public record Percentage(int basisPoints) {

    public Percentage {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException(
                    "A percentage lies between 0 and 10000 basis points, but was " + basisPoints);
        }
    }

    public static Percentage ofPercent(int percent) {
        return new Percentage(Math.multiplyExact(percent, 100));
    }
}

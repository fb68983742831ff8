package tuanju.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An exact, non-negative amount of yuan, counted in fen (1/100 yuan) so that sums never drift. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final int LONGEST_TYPED = 20;

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("Money cannot be negative, but was " + fen + " fen");
        }
    }

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /**
     * Reads an amount in yuan such as "39.90". Refuses a negative amount, more than two decimals, more than 20 characters,
     * and a power of ten, which a few characters make larger than any memory.
     */
    public static Money ofYuan(String yuan) {
        var typed = yuan.strip();
        if (typed.length() > LONGEST_TYPED || typed.indexOf('e') >= 0 || typed.indexOf('E') >= 0) {
            throw new NumberFormatException("No amount in yuan");
        }
        return new Money(new BigDecimal(typed)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** Refuses to go below zero: money that is not there cannot be taken away. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(fen, quantity));
    }

    /** The given share of this amount, rounded down: the payer keeps the odd fen. */
    public Money share(Percentage percentage) {
        return new Money(Math.multiplyExact(fen, percentage.basisPoints()) / 10_000);
    }

    /**
     * Splits this amount by weights so that no fen is lost: everyone gets their share rounded down, and the fen left over
     * go one each to those who lost the largest fraction, of equals to the earlier. Weights are not negative and not all zero.
     */
    public List<Money> split(List<Long> weights) {
        var total = weights.stream().map(Money::weight).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("At least one weight must be more than zero");
        }
        var exact = weights.stream()
                .map(it -> weight(it).multiply(BigInteger.valueOf(fen)).divideAndRemainder(total))
                .toList();
        var left = fen - exact.stream().mapToLong(it -> it[0].longValueExact()).sum();
        var parts = new ArrayList<Money>();
        exact.forEach(it -> parts.add(ofFen(it[0].longValueExact())));
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer it) -> exact.get(it)[1]).reversed())
                .limit(left)
                .forEach(it -> parts.set(it, parts.get(it).plus(new Money(1))));
        return List.copyOf(parts);
    }

    private static BigInteger weight(long weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("A weight cannot be negative, but was " + weight);
        }
        return BigInteger.valueOf(weight);
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isMoreThan(Money other) {
        return fen > other.fen;
    }

    /** Whole yuan without the fen, for prices set in two sizes: the 39 of 39.90. */
    public long wholeYuan() {
        return fen / 100;
    }

    /** Always two digits: the 90 of 39.90. */
    public String fenDigits() {
        return (fen % 100 < 10 ? "0" : "") + fen % 100;
    }

    /** Yuan with two decimals and no currency sign: "39.90". */
    public String yuan() {
        return wholeYuan() + "." + fenDigits();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return "¥" + yuan();
    }
}

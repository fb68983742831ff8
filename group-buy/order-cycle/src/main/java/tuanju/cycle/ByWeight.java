package tuanju.cycle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/**
 * How a product is sold whose pieces differ, such as a chicken: what it weighs about, within a band. The buyer pays for
 * the heaviest it may be and gets back what it weighs less; what it weighs more is never asked for.
 *
 * @param grams what one piece weighs about
 * @param bandPercent how much lighter or heavier it may be
 * @param per500g the price of 500 g, one jin
 */
public record ByWeight(int grams, int bandPercent, Money per500g) {

    public static final int HEAVIEST_ESTIMATE = 50_000;
    public static final int WIDEST_BAND = 50;
    private static final long DEAREST_FEN = 1_000_000;
    private static final int JIN = 500;

    public ByWeight {
        if (grams < 1 || grams > HEAVIEST_ESTIMATE) {
            throw new Invalid("products", "cycle-grams", HEAVIEST_ESTIMATE);
        }
        if (bandPercent < 0 || bandPercent > WIDEST_BAND) {
            throw new Invalid("products", "cycle-band", WIDEST_BAND);
        }
        if (per500g.isZero() || per500g.fen() > DEAREST_FEN) {
            throw new Invalid("products", "cycle-price-unreadable", per500g.yuan());
        }
    }

    static @Nullable ByWeight of(@Nullable Integer grams, @Nullable Integer bandPercent, long per500gFen) {
        return grams == null || bandPercent == null ? null : new ByWeight(grams, bandPercent, Money.ofFen(per500gFen));
    }

    /** The lightest a piece should be, in grams. */
    public int lightest() {
        return grams * (100 - bandPercent) / 100;
    }

    /** The heaviest a piece is paid for, in grams. */
    public int heaviest() {
        return grams * (100 + bandPercent) / 100;
    }

    /** What is paid for a piece when it is ordered: the heaviest it may be, rounded up to the fen. */
    public Money top() {
        return Money.ofFen((Math.multiplyExact(per500g.fen(), (long) heaviest()) + JIN - 1) / JIN);
    }

    /** What pieces cost that together weigh so many grams, rounded down to the fen; never more than was paid for them. */
    public Money cost(int weighedGrams, int pieces) {
        long paidFor = Math.min(weighedGrams, Math.multiplyExact((long) heaviest(), pieces));
        return Money.ofFen(Math.multiplyExact(per500g.fen(), paidFor) / JIN);
    }

    /** The weight of one piece as one says it: "1.5". */
    public String kilograms() {
        return kilograms(grams);
    }

    /** From the lightest to the heaviest: "1.35–1.65". */
    public String band() {
        return kilograms(lightest()) + "–" + kilograms(heaviest());
    }

    private static String kilograms(int grams) {
        return BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString();
    }
}

package tuanju.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * What a plan costs and gives.
 *
 * @param days how long it lasts
 * @param less than the usual price; nothing where that stays
 * @param pointsPercent of the usual points; 100 where those stay
 * @param campaign of the coupon that comes each month; null where none does
 * @param servedFirst whether what they complain about is looked at first
 */
record PlanTerms(
        String title,
        Money price,
        int days,
        Percentage less,
        int pointsPercent,
        @Nullable Code campaign,
        boolean servedFirst) {

    static final int USUAL_POINTS = 100;

    private static final int WHOLE = 10_000;

    public boolean hasPrice() {
        return less.basisPoints() > 0;
    }

    public boolean hasPoints() {
        return pointsPercent > USUAL_POINTS;
    }

    /** 5 or 7.5. */
    public String percentage() {
        return plain(BigDecimal.valueOf(less.basisPoints(), 2));
    }

    /** 2 or 1.5 times. */
    public String times() {
        return plain(BigDecimal.valueOf(pointsPercent, 2));
    }

    /** Goods for so much at usual prices save what it costs by the price alone; nothing where there is none. */
    public Money paysOffAt() {
        return hasPrice() ? Money.ofFen(Math.ceilDiv(price.fen() * WHOLE, (long) less.basisPoints())) : Money.ZERO;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

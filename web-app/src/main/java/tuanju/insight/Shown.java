package tuanju.insight;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: grouped, money with both fen, rates with one decimal, a dash for what there is not. */
final class Shown {

    static final String NOTHING = "–";

    private Shown() {}

    static String yuan(@Nullable Long fen) {
        return fen == null ? NOTHING : "¥" + String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Per cent with one decimal from basis points. */
    static String rate(@Nullable Long basisPoints) {
        return basisPoints == null ? NOTHING : String.format(Locale.ROOT, "%.1f%%", BigDecimal.valueOf(basisPoints, 2));
    }
}

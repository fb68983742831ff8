package tuanju.memberday;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.membership.Visibility;
import tuanju.money.Percentage;

/**
 * A member day as somebody wants it.
 *
 * @param less how much less than the usual price, rounded for the buyer's loss of less than a fen
 * @param visibility whose price it is: all members, or those of a level and above
 */
record NewMemberDay(String title, Percentage less, Rhythm rhythm, Goods goods, Visibility visibility) {

    /** What it holds for. */
    enum Scope {
        ALL,
        PRODUCT,
        CATEGORY
    }

    /**
     * Which goods.
     *
     * @param product of a PRODUCT its id; else null
     * @param name what they are called; of a CATEGORY which; empty for all
     */
    record Goods(Scope scope, @Nullable UUID product, String name) {

        static final Goods ALL = new Goods(Scope.ALL, null, "");
    }

    /** 5 or 7.5. */
    public String percentage() {
        return BigDecimal.valueOf(less.basisPoints(), 2).stripTrailingZeros().toPlainString();
    }
}

package tuanju.cycle.editing;

import java.time.Instant;
import tuanju.cycle.CyclePoint;
import tuanju.money.Money;

/**
 * One thing that became another: what, of which goods or point, from what to what. Money is kept in fen, times as instants.
 */
record Change(What what, String about, String was, String becomes) {

    /** What may change; the words are {@code cycle.edit.what.<what>}. */
    enum What {
        TITLE,
        INTRODUCTION,
        CUT_OFF,
        PICKUP,
        POINT_ADDED,
        POINT_GONE,
        GOODS_ADDED,
        NAME,
        PRICE,
        LIMIT,
        CASE,
        DESCRIPTION,
        STOPPED,
        SOLD_AGAIN
    }

    static Change of(What what, String about, Object was, Object becomes) {
        return new Change(what, about, text(was), text(becomes));
    }

    private static String text(Object value) {
        return switch (value) {
            case Money money -> Long.toString(money.fen());
            case CyclePoint point -> point.from() + "/" + point.until();
            case Instant at -> at.toString();
            default -> value.toString();
        };
    }
}

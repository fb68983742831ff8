package tuanju.catalog;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/** A price as somebody has typed it into a form, in yuan: 39.90; or as a program sent it, in fen. */
public final class TypedPrice {

    private static final long DEAREST_FEN = 10_000_000;

    private TypedPrice() {}

    /** The price in fen. Refuses with Invalid, naming the field, what is no amount between ¥0.01 and ¥100,000. */
    public static long fen(String field, @Nullable String typed) {
        return checked(field, read(typed));
    }

    /** This many fen. Refuses like fen. */
    public static long checked(String field, @Nullable Long fen) {
        if (fen == null || fen < 1 || fen > DEAREST_FEN) {
            throw new Invalid(field, "price-in-yuan");
        }
        return fen;
    }

    private static @Nullable Long read(@Nullable String typed) {
        try {
            return Money.ofYuan(typed == null ? "" : typed).fen();
        } catch (ArithmeticException | IllegalArgumentException e) {
            return null;
        }
    }
}

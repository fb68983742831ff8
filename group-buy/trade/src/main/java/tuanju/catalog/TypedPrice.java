package tuanju.catalog;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/** A price in yuan as somebody has typed it into a form: 39.90. */
public final class TypedPrice {

    private static final long DEAREST_FEN = 10_000_000;

    private TypedPrice() {}

    /** The price in fen. Refuses with Invalid, naming the field, what is no amount between ¥0.01 and ¥100,000. */
    public static long fen(String field, @Nullable String typed) {
        try {
            long fen = Money.ofYuan(typed == null ? "" : typed).fen();
            if (fen >= 1 && fen <= DEAREST_FEN) {
                return fen;
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            // said below, with the field's name
        }
        throw new Invalid(field, "price-in-yuan");
    }
}

package tuanju.catalog.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import tuanju.catalog.TypedPrice;
import tuanju.command.Invalid;
import tuanju.money.Money;

/** A new price as somebody types it for many at once: "39.90", "+2", "-1.5", "+10%" or "-5%". */
final class NewPrice {

    private static final Pattern CHANGE = Pattern.compile("([+-])\\s*([0-9]{1,6}(?:\\.[0-9]{1,2})?)\\s*(%?)");

    private NewPrice() {}

    /** What this price becomes, rounded to the fen; empty where that is no price. Refuses with Invalid of "value" what cannot be read. */
    static Optional<Money> of(Money now, String typed) {
        var plain = typed.strip().replace('−', '-').replace('％', '%').replace('＋', '+');
        var change = CHANGE.matcher(plain);
        if (!change.matches()) {
            return Optional.of(Money.ofFen(TypedPrice.fen("value", plain)));
        }
        var number = new BigDecimal(change.group(1) + change.group(2));
        var fen = BigDecimal.valueOf(now.fen());
        var then = change.group(3).isEmpty()
                ? fen.add(number.movePointRight(2))
                : fen.add(fen.multiply(number).movePointLeft(2));
        return price(then.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Optional<Money> price(long fen) {
        try {
            return Optional.of(Money.ofFen(TypedPrice.checked("value", fen)));
        } catch (Invalid outOfRange) {
            return Optional.empty();
        }
    }
}

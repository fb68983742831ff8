package tuanju.complaint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.complaint.ComplaintCard.About;
import tuanju.money.Money;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;

/**
 * What a leader says is wrong with one line of an order.
 *
 * @param amount what is to go back; null for the price of these pieces
 * @param picture the reference of the photo; null where there is none
 */
record Report(
        PickupOrder order,
        PickupLine line,
        ComplaintKind kind,
        int pieces,
        @Nullable Money amount,
        String note,
        @Nullable String picture) {

    private static final int LONGEST_NOTE = 200;

    Report {
        note = note.strip();
        if (pieces < 1 || pieces > line.quantity()) {
            throw new Invalid("pieces", "complaint-pieces", line.quantity());
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Invalid("note", "complaint-note", LONGEST_NOTE);
        }
        if (kind == ComplaintKind.DAMAGED && picture == null) {
            throw new Invalid("photo", "complaint-photo");
        }
        if (amount != null && (amount.isZero() || amount.isMoreThan(line.amount()))) {
            throw new Invalid("yuan", "complaint-amount", line.amount().toString());
        }
    }

    /** The same for another amount. */
    Report asking(Money other) {
        return new Report(order, line, kind, pieces, other, note, picture);
    }

    /** What is to go back: what was named, or else the price of these pieces, rounded down to a fen at least. */
    Money asked() {
        return amount != null
                ? amount
                : Money.ofFen(Math.max(1, Math.multiplyExact(line.amount().fen(), pieces) / line.quantity()));
    }

    /** The same as it is kept. */
    About about() {
        return new About(order.id(), order.code(), line.product(), line.spec(), kind, pieces, asked(), note, picture);
    }

    /** An amount as it was typed; null when nothing was. Refuses with Invalid. */
    static @Nullable Money amount(@Nullable String yuan) {
        if (yuan == null || yuan.isBlank()) {
            return null;
        }
        try {
            var typed = new BigDecimal(yuan.strip());
            if (typed.signum() <= 0 || typed.precision() > 9 || typed.scale() > 2 || typed.scale() < 0) {
                throw new Invalid("yuan", "complaint-yuan");
            }
            return Money.ofYuan(typed.toPlainString());
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new Invalid("yuan", "complaint-yuan");
        }
    }
}

package tuanju.teambuy.joining;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.price.BroughtAlong;

/**
 * What a buyer asks for when they open a team, join one, or buy alone.
 *
 * @param quantity pieces, 1–99
 * @param shown the price of one piece that the buyer saw; another price is refused with PriceChanged instead of charged.
 *     Null when they do not say
 * @param from the link that led here; null where nobody knows of one, and of no weight where it does not count
 * @param brought what the buyer uses of what they could bring along
 */
public record SeatRequest(
        int quantity,
        WhenFull whenFull,
        UUID pickupPoint,
        String note,
        @Nullable Money shown,
        @Nullable Code from,
        BroughtAlong brought) {

    private static final int MOST_PIECES = 99;
    private static final int LONGEST_NOTE = 200;

    public SeatRequest {
        if (quantity < 1 || quantity > MOST_PIECES) {
            throw new Invalid("quantity", "quantity-out-of-range", MOST_PIECES);
        }
        note = note.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Invalid("note", "note-too-long", LONGEST_NOTE);
        }
    }

    /** By no link. */
    public SeatRequest(int quantity, WhenFull whenFull, UUID pickupPoint, String note, @Nullable Money shown) {
        this(quantity, whenFull, pickupPoint, note, shown, null, BroughtAlong.BEST);
    }

    /** The same by this link. */
    SeatRequest by(@Nullable Code link) {
        return new SeatRequest(quantity, whenFull, pickupPoint, note, shown, link, brought);
    }

    /** The same using these of what its buyer could bring along. */
    public SeatRequest bringing(BroughtAlong along) {
        return new SeatRequest(quantity, whenFull, pickupPoint, note, shown, from, along);
    }

    /** Refuses to charge anything but the price that was seen. */
    void agreesTo(Money price) {
        if (shown != null && !shown.equals(price)) {
            throw new PriceChanged(price);
        }
    }
}

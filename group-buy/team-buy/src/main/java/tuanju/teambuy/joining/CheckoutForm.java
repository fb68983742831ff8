package tuanju.teambuy.joining;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.price.BroughtAlong;
import tuanju.price.CouponChoice;

/**
 * What the buyer chose at checkout, as it was typed. Everything may be missing: the page then proposes what most want.
 *
 * @param shownFen the price of one piece they saw
 * @param linkless said where the order shall not count for whose link led here
 * @param provider how they want to pay
 * @param offered codes of the coupons that the page showed, with commas between
 * @param coupon those of them that are ticked
 */
record CheckoutForm(
        @Nullable String quantity,
        @Nullable String point,
        @Nullable String whenFull,
        @Nullable String note,
        @Nullable String shownFen,
        @Nullable String linkless,
        @Nullable String provider,
        @Nullable String offered,
        @Nullable List<String> coupon) {

    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,4}");
    private static final Pattern FEN = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_PIECES = 99;

    /** Pieces; refuses what is not a plain number with Invalid. */
    int pieces() {
        if (quantity == null || quantity.isBlank()) {
            return 1;
        }
        if (!QUANTITY.matcher(quantity).matches()) {
            throw new Invalid("quantity", "quantity-out-of-range", MOST_PIECES);
        }
        return Integer.parseInt(quantity);
    }

    /** The pickup point; null while nothing was chosen. Refuses what is none with Invalid. */
    @Nullable
    UUID pickupPoint() {
        try {
            return point == null || point.isBlank() ? null : UUID.fromString(point);
        } catch (IllegalArgumentException e) {
            throw new Invalid("point", "no-such-pickup-point");
        }
    }

    WhenFull whenFull(WhenFull otherwise) {
        try {
            return whenFull == null ? otherwise : WhenFull.valueOf(whenFull.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Invalid("whenFull", "no-such-choice");
        }
    }

    /** What is asked for. Refuses with Invalid a missing pickup point and everything that cannot be read. */
    SeatRequest request(WhenFull otherwise) {
        var chosen = pickupPoint();
        if (chosen == null) {
            throw new Invalid("point", "no-such-pickup-point");
        }
        return new SeatRequest(pieces(), whenFull(otherwise), chosen, note == null ? "" : note, shown())
                .bringing(brought());
    }

    /** Which of the coupons that the page showed are still ticked. */
    BroughtAlong brought() {
        return CouponChoice.of(offered, it -> coupon != null && coupon.contains(it));
    }

    boolean isLinkless() {
        return linkless != null && !linkless.isBlank();
    }

    private @Nullable Money shown() {
        if (shownFen == null || shownFen.isBlank()) {
            return null;
        }
        if (!FEN.matcher(shownFen).matches()) {
            throw new Invalid("price", "field-wrong");
        }
        return Money.ofFen(Long.parseLong(shownFen));
    }

    /** The checkout with what was chosen, for coming back after signing in; a note stays out of addresses. */
    String backTo(String checkout) {
        var path = UriComponentsBuilder.fromPath(checkout);
        add(path, "quantity", quantity);
        add(path, "point", point);
        add(path, "whenFull", whenFull);
        add(path, "linkless", linkless);
        if (CouponChoice.isOffered(offered)) {
            add(path, "offered", offered);
        }
        if (coupon != null && CouponChoice.isOffered(String.join(",", coupon))) {
            coupon.forEach(it -> add(path, "coupon", it));
        }
        return path.build().encode().toUriString();
    }

    /** With this note where none was typed. */
    CheckoutForm with(String unsent) {
        return note == null && !unsent.isEmpty()
                ? new CheckoutForm(quantity, point, whenFull, unsent, shownFen, linkless, provider, offered, coupon)
                : this;
    }

    private static void add(UriComponentsBuilder path, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            path.queryParam(name, value);
        }
    }
}

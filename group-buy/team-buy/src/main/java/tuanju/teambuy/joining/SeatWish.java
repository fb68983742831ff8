package tuanju.teambuy.joining;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.link.Touch;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.price.BroughtAlong;

/**
 * What the API is asked for a seat. There is no price in it: the buyer pays the team's.
 *
 * @param shownPriceFen the price of one piece that the buyer was shown; another price is refused instead of charged
 * @param from the code of the link that led here; one that does not count changes nothing
 * @param coupons codes of the buyer's coupons to use; the best set where nothing is said
 */
record SeatWish(
        @Nullable Integer quantity,
        @Nullable WhenFull whenFull,
        @Nullable UUID pickupPoint,
        @Nullable String note,
        @Nullable Long shownPriceFen,
        @Nullable String from,
        @Nullable List<String> coupons) {

    SeatRequest request() {
        if (whenFull == null) {
            throw new Invalid("whenFull", "field-missing");
        }
        if (pickupPoint == null) {
            throw new Invalid("pickupPoint", "field-missing");
        }
        if (shownPriceFen != null && shownPriceFen < 0) {
            throw new Invalid("shownPriceFen", "shown-price-negative");
        }
        var wish = new SeatRequest(
                quantity == null ? 0 : quantity,
                whenFull,
                pickupPoint,
                note == null ? "" : note,
                shownPriceFen == null ? null : Money.ofFen(shownPriceFen));
        return wish.by(Touch.read(from).orElse(null)).bringing(BroughtAlong.only(coupons));
    }
}

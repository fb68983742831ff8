package tuanju.pickup;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;

/**
 * One line of an order: what is laid into the bag.
 *
 * @param amount what it costs in the end
 * @param grams what its pieces weigh together; null unless they were weighed
 */
public record PickupLine(
        String product,
        String spec,
        int quantity,
        Money amount,
        @Nullable Integer grams) {

    /** By the piece, or not weighed yet. */
    public PickupLine(String product, String spec, int quantity, Money amount) {
        this(product, spec, quantity, amount, null);
    }

    /** Product and spec in one, said once where the name already holds the spec: 西柚(十个一份). */
    public String title() {
        return OrderLineCard.title(product, spec);
    }

    /** What it is and what it weighs: 排骨 · 约500g 900g. */
    public String said() {
        return said(title(), grams);
    }

    /** The same for goods of several lines. */
    public static String said(String title, @Nullable Integer grams) {
        return grams == null ? title : title + " " + grams + "g";
    }

    /** What two weigh together; null where neither was weighed. */
    public static @Nullable Integer together(@Nullable Integer grams, @Nullable Integer others) {
        return grams == null ? others : others == null ? grams : Integer.valueOf(Math.addExact(grams, others));
    }
}

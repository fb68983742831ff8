package tuanju.price;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What a buyer might have expected of a price and does not get.
 *
 * @param what a stable word; the sentence why is {@code price.refused.<what>}
 * @param title what it is called, or what the buyer named
 * @param missing how much more must be ordered for it; null where that would not help
 * @param code what the buyer brought along for it; null where nothing
 * @param of of which goods; empty for all
 */
public record Unmet(
        String what,
        String title,
        @Nullable Money missing,
        @Nullable String code,
        String of) {

    /** What its buyer left out themselves. */
    public static final String LEFT_OUT = "left-out";

    /** Of what nobody brought along. */
    public Unmet(String what, String title, @Nullable Money missing) {
        this(what, title, missing, null, "");
    }

    /** Whether its buyer left it out and may have it back. */
    public boolean isLeftOut() {
        return what.equals(LEFT_OUT);
    }
}

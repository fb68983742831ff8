package tuanju.price;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What a buyer might have expected of a price and does not get.
 *
 * @param what a stable word; the sentence why is {@code price.refused.<what>}
 * @param title what it is called, or what the buyer named
 * @param missing how much more must be ordered for it; null where that would not help
 */
public record Unmet(String what, String title, @Nullable Money missing) {}

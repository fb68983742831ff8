package tuanju.card;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What a piece costs now.
 *
 * @param from the cheapest of its goods
 * @param to the dearest; the same where there is one price
 * @param alone what one piece costs without a team; null where nobody has to wait for others
 */
public record CardPrice(Money from, Money to, @Nullable Money alone) {

    public boolean isRange() {
        return to.isMoreThan(from);
    }
}

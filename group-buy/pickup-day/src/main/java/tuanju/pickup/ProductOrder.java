package tuanju.pickup;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** Products as a Chinese reader looks them up: by sound, then by their exact name so that the order is always the same. */
final class ProductOrder {

    static final Comparator<String> BY_SOUND = Comparator.<String, Object>comparing(
                    text -> text, Collator.getInstance(Locale.CHINA))
            .thenComparing(Comparator.naturalOrder());

    private ProductOrder() {}
}

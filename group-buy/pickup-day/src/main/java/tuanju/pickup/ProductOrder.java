package tuanju.pickup;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** Products as a Chinese reader looks them up: by sound, then by their exact name so that the order is always the same. */
@NamedInterface("rooms")
public final class ProductOrder {

    public static final Comparator<String> BY_SOUND = Comparator.<String, Object>comparing(
                    text -> text, Collator.getInstance(Locale.CHINA))
            .thenComparing(Comparator.naturalOrder());

    private ProductOrder() {}
}

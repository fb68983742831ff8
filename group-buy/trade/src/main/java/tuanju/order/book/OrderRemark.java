package tuanju.order.book;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something its buyer should know about an order, in words of the module that knows it.
 *
 * @param icon the name of an icon
 * @param key of the message, with these arguments
 * @param more what somebody wrote about it; empty when nothing
 * @param picture the address of a picture; null when there is none
 */
public record OrderRemark(
        String icon,
        String key,
        List<String> arguments,
        Instant at,
        String more,
        @Nullable String picture) {

    /** The arguments as messages take them. */
    public Object[] words() {
        return arguments.toArray();
    }
}

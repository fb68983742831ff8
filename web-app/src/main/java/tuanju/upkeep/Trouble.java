package tuanju.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about the program that needs an operator.
 *
 * @param name its message key's last part: what is wrong, and with ".next" what to do
 * @param number how many
 * @param place where it stands on the page of the program
 * @param grave true when money or data are at stake
 * @param since when it began; null where that is not known
 */
public record Trouble(
        String name,
        int number,
        String place,
        boolean grave,
        @Nullable Instant since) {

    Trouble(String name, int number, String place, boolean grave) {
        this(name, number, place, grave, null);
    }
}

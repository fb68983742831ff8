package tuanju.page;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Eight characters that stand beside an error in the log and on the page, easy to read out over the phone. */
final class Reference {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next() {
        return RANDOM.ints(8, 0, LETTERS.length())
                .mapToObj(it -> LETTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }
}

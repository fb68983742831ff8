package tuanju.redemption;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** What a member says where they fetch something (提货码): six characters of Crockford's base 32 from a secure source. */
final class FetchingCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FetchingCode() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(it -> String.valueOf(ALPHABET.charAt(it)))
                .collect(Collectors.joining());
    }
}

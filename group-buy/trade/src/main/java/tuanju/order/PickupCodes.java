package tuanju.order;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** Pickup codes (提货码): six characters of Crockford's base 32 from a secure source; the desk limits guessing. */
@NamedInterface("rows")
public final class PickupCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PickupCodes() {}

    public static String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What was typed, forgiving lower case, spaces, dashes, and O, I, L for 0, 1, 1. */
    public static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}

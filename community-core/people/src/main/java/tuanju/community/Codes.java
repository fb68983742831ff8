package tuanju.community;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Random characters of Crockford's base 32: digits and letters without I, L, O and U. */
@Component
public class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    /** So many unguessable characters, five bits each. */
    public String next(int length) {
        var characters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return characters.toString();
    }
}

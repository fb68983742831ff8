package tuanju.member;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The secret of this installation; without one, a random one that lasts until the next start. */
@Component
@NamedInterface("rooms")
public class Secret {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Secret(MemberSettings settings) {
        var secret = settings.secret();
        var bytes = secret.isBlank() ? random() : secret.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** A hash that nobody can compute, or guess a short text from, without the secret. */
    public byte[] hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM, e);
        }
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

package tuanju.member;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.modulith.NamedInterface;

/** SHA-256 without checked exceptions. */
@NamedInterface("rooms")
public final class Digests {

    private Digests() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}

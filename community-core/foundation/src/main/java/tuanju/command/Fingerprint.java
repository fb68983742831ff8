package tuanju.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether two files or texts are the same: SHA-256 in hex. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of these texts, each kept apart from the next by its length. */
    public static String of(Iterable<String> texts) {
        var joined = new StringBuilder();
        texts.forEach(text -> joined.append(text.length()).append(':').append(text));
        return of(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

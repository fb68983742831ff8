package tuanju.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How messages to and from the sandbox provider are signed: RSA-SHA256 over what it is, when, a nonce and the body.
 *
 * @param subject what the message is ("POST /sandbox/charges", {@link #ANSWER}, {@link #CALLBACK}), so that none passes as another
 */
public record SignedMessage(String subject, String body) {

    public static final String ANSWER = "answer";
    public static final String CALLBACK = "callback";
    public static final String MERCHANT = "sandbox-merchant";
    public static final String TIMESTAMP = "sandbox-timestamp";
    public static final String NONCE = "sandbox-nonce";
    public static final String SERIAL = "sandbox-serial";
    public static final String SIGNATURE = "sandbox-signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String ALGORITHM = "SHA256withRSA";

    /** The headers that prove who sent this message and when. */
    public Map<String, String> sign(KeyPair keys, Instant now) {
        var timestamp = Long.toString(now.getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(text(timestamp, nonce));
            return Map.of(
                    TIMESTAMP,
                    timestamp,
                    NONCE,
                    nonce,
                    SERIAL,
                    RsaKeys.serial(keys.getPublic()),
                    SIGNATURE,
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses with {@link ForgedMessage} what this key has not signed within five minutes of now. Header names are in lower case. */
    public void verify(PublicKey key, Map<String, String> headers, Instant now) {
        var timestamp = required(headers.get(TIMESTAMP));
        var nonce = required(headers.get(NONCE));
        var signature = required(headers.get(SIGNATURE));
        if (!RsaKeys.serial(key).equals(headers.get(SERIAL))
                || !isNear(timestamp, now)
                || !isSigned(key, text(timestamp, nonce), signature)) {
            throw new ForgedMessage();
        }
    }

    private byte[] text(String timestamp, String nonce) {
        return String.join("\n", subject, timestamp, nonce, body, "").getBytes(StandardCharsets.UTF_8);
    }

    private static String required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ForgedMessage();
        }
        return header;
    }

    private static boolean isNear(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isSigned(PublicKey key, byte[] text, String signature) {
        try {
            var verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(text);
            return verification.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}

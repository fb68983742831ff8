package tuanju.member.operators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Six digits for a moment, from a secret that an authenticator app knows too: RFC 6238 with HMAC-SHA-1 and steps of 30
 * seconds, which is what every app reads from a QR code.
 */
final class Totp {

    static final int STEP_SECONDS = 30;
    private static final String ALGORITHM = "HmacSHA1";
    /** Clocks of phones differ a little; RFC 6238 (5.2) allows one step. */
    private static final int REACH = 1;

    private Totp() {}

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step: dynamic truncation of RFC 4226 (5.3). */
    static String code(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    /** The step within reach of this moment whose code this is. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        var typed = code.getBytes(StandardCharsets.UTF_8);
        long middle = stepAt(now);
        return LongStream.rangeClosed(middle - REACH, middle + REACH)
                .filter(it -> MessageDigest.isEqual(typed, code(secret, it).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM, e);
        }
    }
}

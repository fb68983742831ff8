package tuanju.member.operators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import tuanju.member.Digests;
import tuanju.member.MemberId;
import tuanju.member.MemberSettings;
import tuanju.member.Secret;

/**
 * Closes what the program must read again itself, for one member: whoever reads the table or a backup of it learns nothing
 * without this installation's secret (AES-256-GCM). On a development machine without one it is a form only.
 */
@Slf4j
@Component
class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(MemberSettings settings, Secret secret) {
        var purpose = "seal second factors";
        // a random key of one start would lock the developer out at the next
        this.key = new SecretKeySpec(
                settings.secret().isBlank()
                        ? Digests.sha256(purpose.getBytes(StandardCharsets.UTF_8))
                        : secret.hash(purpose),
                "AES");
    }

    byte[] close(byte[] open, MemberId owner) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(open);
            return ByteBuffer.allocate(NONCE_BYTES + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows AES-GCM", e);
        }
    }

    /** Empty for what was not closed here, for somebody else, or under another secret. */
    Optional<byte[]> open(byte[] sealed, MemberId owner) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException unreadable) {
            log.warn("A sealed secret cannot be read: it was changed, or TUANJU_SECRET was");
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, MemberId owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.value().toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

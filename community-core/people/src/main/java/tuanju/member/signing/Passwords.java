package tuanju.member.signing;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.member.Digests;
import tuanju.member.Nickname;
import tuanju.member.Phone;

/** Which passwords are good enough, and how they are kept and compared. */
@Component
class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    /** Common words of this place that the library's English lists do not know. */
    private static final List<String> COMMON_HERE = List.of(
            "tuanju", "tuantuan", "woaini", "mima", "wodemima", "zhongguo", "nihao", "laopo", "laogong", "1314");

    /** zxcvbn takes quadratic time, and nobody guesses beyond this. */
    private static final int JUDGED = 64;

    private static final double FEWEST_GUESSES = 1e6;

    private final Zxcvbn judge = new Zxcvbn();
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    Passwords(BCryptPasswordEncoder bcrypt) {
        encoder = new DelegatingPasswordEncoder("sha256-bcrypt", Map.of("sha256-bcrypt", bcrypt));
        nobodysHash = hash(encoder, "a password that nobody has, to spend the same time");
    }

    /** Refuses (on the field "password") what is short, endless, common, or made of the phone or the name. */
    void check(String password, Phone phone, Nickname name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new Invalid("password", "password-short", SHORTEST);
        }
        if (length > LONGEST) {
            throw new Invalid("password", "password-long", LONGEST);
        }
        var known = new ArrayList<>(COMMON_HERE);
        known.addAll(List.of(phone.digits(), phone.digits().substring(3), name.value()));
        var judged = password.substring(0, Math.min(password.length(), JUDGED));
        if (judge.measure(judged, known).getGuesses() < FEWEST_GUESSES) {
            throw new Invalid("password", "password-common");
        }
    }

    String hash(String password) {
        return hash(encoder, password);
    }

    private static String hash(PasswordEncoder encoder, String password) {
        var hash = encoder.encode(digest(password));
        if (hash == null) {
            throw new IllegalStateException("A password has a hash");
        }
        return hash;
    }

    /** Takes the same time when there is nothing to compare with. */
    boolean matches(String password, @Nullable String hash) {
        var typed = password.substring(0, Math.min(password.length(), LONGEST * 2));
        boolean same = encoder.matches(digest(typed), hash == null ? nobodysHash : hash);
        return same && hash != null;
    }

    /** BCrypt reads 72 bytes, a Chinese passphrase has more: its digest stands for it. Full-width input counts as plain. */
    private static String digest(String password) {
        var plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return Base64.getEncoder().encodeToString(Digests.sha256(plain.getBytes(StandardCharsets.UTF_8)));
    }
}

package tuanju.link.click;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A browser that may be recognised: a random number in a cookie of ours, of which only a hash is kept; nothing else of it is looked at. */
record Browser(String number) {

    static final String COOKIE = "browser";

    private static final Duration RECOGNISED = Duration.ofDays(90);
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What can be no number of ours is none. */
    static Optional<Browser> in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !cookie.getValue().matches("[0-9a-f]{" + 2 * BYTES + "}")
                ? Optional.empty()
                : Optional.of(new Browser(cookie.getValue()));
    }

    static Browser next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Browser(HexFormat.of().formatHex(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(number));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java knows SHA-256", missing);
        }
    }

    ResponseCookie cookie(boolean secure) {
        return cookie(number, RECOGNISED, secure);
    }

    static ResponseCookie end(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static ResponseCookie cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}

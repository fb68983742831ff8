package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import tuanju.community.Code;

/**
 * The last link that a visitor followed to a community. It stays in their browser until that is closed, one of each
 * community, and says which link it was, nothing of who they are.
 */
public final class Touch {

    /** What a link's address carries its code in. */
    public static final String FIELD = "from";

    private static final String COOKIE = "from-";

    private Touch() {}

    /** The link that leads to the page of this code, as far as this browser knows; null where it knows none. */
    public static @Nullable Code in(HttpServletRequest request, Code page) {
        var kept = WebUtils.getCookie(request, COOKIE + page.communityShortCode());
        return kept == null ? null : read(kept.getValue()).orElse(null);
    }

    /** The code of a link as somebody sent it; whatever cannot be one is none. */
    public static Optional<Code> read(@Nullable String sent) {
        try {
            return Optional.ofNullable(sent).map(Code::new);
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    /** Gone with the visit, for it has no age. */
    static ResponseCookie kept(Code link, boolean secure) {
        return ResponseCookie.from(COOKIE + link.communityShortCode(), link.value())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}

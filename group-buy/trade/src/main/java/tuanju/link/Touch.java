package tuanju.link;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import tuanju.community.Code;

/**
 * The last link that a visitor followed to a community. It stays in their browser until that is closed, or for 30 days where
 * they consented; one of each community, which says which link it was and nothing of who they are.
 */
public final class Touch {

    /** What a link's address carries its code in. */
    public static final String FIELD = "from";

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String OF_THIS_VISIT = "from-";
    private static final String KEPT = "kept-from-";
    private static final String LANDED = Touch.class.getName();
    private static final String FORGOTTEN = Touch.class.getName() + ".forgotten";

    private Touch() {}

    /** The link that leads to the page of this code, as far as this browser knows; null where it knows none. */
    public static @Nullable Code in(HttpServletRequest request, Code page) {
        var community = page.communityShortCode();
        if (request.getAttribute(LANDED) instanceof Code now
                && now.communityShortCode().equals(community)) {
            return now;
        }
        var kept = request.getAttribute(FORGOTTEN) == null ? KEPT : OF_THIS_VISIT;
        return Stream.of(OF_THIS_VISIT, kept)
                .map(it -> WebUtils.getCookie(request, it + community))
                .flatMap(it -> it == null ? Stream.empty() : read(it.getValue()).stream())
                .findFirst()
                .orElse(null);
    }

    /** The code of a link as somebody sent it; whatever cannot be one is none. */
    public static Optional<Code> read(@Nullable String sent) {
        try {
            return Optional.ofNullable(sent).map(Code::new);
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    /** This request followed this link, before its answer brings the browser the cookie. */
    static void landed(HttpServletRequest request, Code link) {
        request.setAttribute(LANDED, link);
    }

    static boolean hasLanded(HttpServletRequest request) {
        return request.getAttribute(LANDED) != null;
    }

    /** What of it the browser was asked to keep for longer counts no more in this request. */
    static void forgotten(HttpServletRequest request) {
        request.setAttribute(FORGOTTEN, true);
    }

    /** Gone with the visit, for it has no age. */
    static ResponseCookie ofThisVisit(Code link, boolean secure) {
        return cookie(OF_THIS_VISIT + link.communityShortCode(), link.value(), secure)
                .build();
    }

    /** The same for 30 days, and for this visit no more: it would go before what is kept. */
    static List<ResponseCookie> kept(Code link, boolean secure) {
        var community = link.communityShortCode();
        return List.of(
                cookie(KEPT + community, link.value(), secure)
                        .maxAge(REMEMBERED)
                        .build(),
                cookie(OF_THIS_VISIT + community, "", secure).maxAge(0).build());
    }

    /** All links that this browser knows for the visit. */
    static List<Code> ofThisVisit(HttpServletRequest request) {
        return cookies(request, OF_THIS_VISIT)
                .flatMap(it -> read(it.getValue()).stream())
                .toList();
    }

    /** The end of everything that is kept for longer. */
    static List<ResponseCookie> endOfKept(HttpServletRequest request) {
        return cookies(request, KEPT)
                .map(it ->
                        cookie(it.getName(), "", request.isSecure()).maxAge(0).build())
                .toList();
    }

    private static Stream<Cookie> cookies(HttpServletRequest request, String beginning) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().startsWith(beginning));
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }
}

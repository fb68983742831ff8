package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tuanju.consent.Consents;
import tuanju.link.click.Reader;

/**
 * Whether a browser may remember for 30 days by which link it came. A member's consent says so; where nobody is signed in, what
 * was answered in this browser, which a cookie of ours keeps and nothing else.
 */
@Component
@RequiredArgsConstructor
class LinkMemory {

    private static final String COOKIE = "link-memory";
    private static final String YES = "yes-";
    private static final String NO = "no-";
    private static final Duration ANSWER_HOLDS = Duration.ofDays(180);

    private final Consents consents;

    /** What a member said counts; where they said nothing, what was answered in this browser does. */
    boolean isAllowed(HttpServletRequest request) {
        boolean here = answer(request).equals(YES + LinkConsent.VERSION);
        return Reader.of(request)
                .map(it -> consents.of(it, LinkConsent.PURPOSE))
                .map(it -> it.given() == null ? here : it.isGiven())
                .orElse(here);
    }

    /** Once for each browser, and no member who ever said something. */
    boolean isToAsk(HttpServletRequest request) {
        return !answer(request).endsWith("-" + LinkConsent.VERSION)
                && Reader.of(request)
                        .map(it -> consents.of(it, LinkConsent.PURPOSE).given() == null)
                        .orElse(true);
    }

    /** A no is kept too, so that nobody is asked again; a member's yes is kept with their account and not in the browser. */
    void answered(boolean yes, HttpServletRequest request, HttpServletResponse response) {
        var member = Reader.of(request);
        if (yes && member.isPresent()) {
            consents.give(member.get(), LinkConsent.PURPOSE);
            return;
        }
        var cookie = ResponseCookie.from(COOKIE, (yes ? YES : NO) + LinkConsent.VERSION)
                .path("/")
                .maxAge(ANSWER_HOLDS)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String answer(HttpServletRequest request) {
        var kept = WebUtils.getCookie(request, COOKIE);
        return kept == null ? "" : kept.getValue();
    }
}

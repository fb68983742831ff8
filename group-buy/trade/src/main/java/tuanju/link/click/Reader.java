package tuanju.link.click;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** Who reads a page, and what their browser is asked to keep. */
public final class Reader {

    private Reader() {}

    /** Empty where nobody is signed in. */
    public static Optional<MemberId> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication it && it.getPrincipal() instanceof SignedIn me
                ? Optional.of(me.member())
                : Optional.empty();
    }

    public static void send(Collection<ResponseCookie> cookies, HttpServletResponse response) {
        cookies.forEach(it -> response.addHeader(HttpHeaders.SET_COOKIE, it.toString()));
    }
}

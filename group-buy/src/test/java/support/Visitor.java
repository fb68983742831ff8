package support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.member.SignedIn;

/** Who sends a request in tests of pages and of the API. */
public final class Visitor {

    private Visitor() {}

    /** Somebody who has signed in; routes decide themselves what they may do. */
    public static RequestPostProcessor signedIn(SignedIn who) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
    }
}

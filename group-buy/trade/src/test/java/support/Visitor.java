package support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.member.SignedIn;

/** Who sends a request in tests of pages and of the API. */
public final class Visitor {

    private static final String KEY = "Idempotency-Key";

    private Visitor() {}

    /**
     * Somebody who has signed in; routes decide themselves what they may do. As our pages and careful programs do, they
     * say with a key which wish it is, a new one unless the test says otherwise.
     */
    public static RequestPostProcessor signedIn(SignedIn who) {
        var signedIn = authentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        return request -> {
            boolean said = request.getHeader(KEY) != null || request.getParameter("commandKey") != null;
            if ("POST".equals(request.getMethod()) && !said) {
                request.addHeader(KEY, UUID.randomUUID().toString());
            }
            return signedIn.postProcessRequest(request);
        };
    }
}

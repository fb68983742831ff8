package tuanju.member;

import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The page between signing in and acting as an operator. */
@Component
@RequiredArgsConstructor
public class SecondStep {

    static final String PAGE = "/me/second-factor";

    private final Members members;

    /** Where an operator who has not shown their second factor goes before this path; everybody else goes there at once. */
    String before(String next, SignedIn me) {
        return members.owesSecondFactor(me) ? on(next) : next;
    }

    /** The page that leads on to this path. */
    public static String on(String next) {
        return PAGE + "?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }
}

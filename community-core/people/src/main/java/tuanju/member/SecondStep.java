package tuanju.member;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where signing in leads: on the way somebody was, or to where they work; operators by the page of their second factor. */
@Component
@RequiredArgsConstructor
public class SecondStep {

    public static final String PAGE = "/me/second-factor";

    private static final String HOME = "/";

    /** Said by a module that gives members work. */
    public interface Workplace {

        /** The page where this member's work begins; empty for who has none there. */
        Optional<String> of(SignedIn me);
    }

    private final Members members;
    private final List<Workplace> workplaces;

    /**
     * Where an operator who has not shown their second factor goes before this path; everybody else goes there at once. The
     * front page is nobody's way: who works somewhere begins there.
     */
    public String before(String next, SignedIn me) {
        boolean owes = members.owesSecondFactor(me);
        var then = next.equals(HOME) ? work(me, owes) : next;
        return owes ? on(then) : then;
    }

    private String work(SignedIn me, boolean owes) {
        return owes || members.isOperator(me)
                ? "/operate"
                : workplaces.stream()
                        .flatMap(it -> it.of(me).stream())
                        .findFirst()
                        .orElse(HOME);
    }

    /** The page that leads on to this path. */
    public static String on(String next) {
        return PAGE + "?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }
}

package tuanju.search;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NetworkAddress;
import tuanju.command.RateLimits;
import tuanju.member.SignedIn;

/** How often somebody looks for something: by who they are, a stranger by where they come from. */
@Component
@RequiredArgsConstructor
class SearchPace {

    private static final int SEARCHES = 240;
    private static final int SUGGESTIONS = 900;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final RateLimits limits;

    /** Refuses with TooMany. */
    void searches(@Nullable SignedIn me, HttpServletRequest request) {
        limits.take("search " + who(me, request), SEARCHES, WITHIN);
    }

    /** Refuses with TooMany; each letter typed may ask. */
    void suggests(@Nullable SignedIn me, HttpServletRequest request) {
        limits.take("suggest " + who(me, request), SUGGESTIONS, WITHIN);
    }

    private static String who(@Nullable SignedIn me, HttpServletRequest request) {
        return me == null ? NetworkAddress.of(request) : me.member().value().toString();
    }
}

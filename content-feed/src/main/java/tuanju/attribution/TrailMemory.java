package tuanju.attribution;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tuanju.link.Links;
import tuanju.link.click.Reader;

/**
 * Keeps the trail in the reader's browser: for the visit, or for seven days where they consented that their browser remembers by
 * which link they came. What is not allowed any more counts for nothing and is gone with the next page.
 */
@Component
@RequiredArgsConstructor
class TrailMemory {

    private static final String OF_THIS_VISIT = "notes-";
    private static final String KEPT = "kept-notes-";

    private final Links links;
    private final Clock clock;

    Trail of(HttpServletRequest request, String community) {
        var visit = cookies(request, OF_THIS_VISIT + community);
        var kept = cookies(request, KEPT + community);
        if (visit.isEmpty() && kept.isEmpty()) {
            return Trail.EMPTY;
        }
        boolean allowed = !kept.isEmpty() && links.mayRemember(request);
        return Trail.read(
                allowed ? Stream.concat(visit.stream(), kept.stream()).toList() : visit, community, clock.instant());
    }

    void keep(Trail trail, String community, HttpServletRequest request, HttpServletResponse response) {
        boolean allowed = links.mayRemember(request);
        Reader.send(
                allowed
                        ? List.of(
                                cookie(KEPT + community, trail.text(), Trail.COUNTS, request),
                                cookie(OF_THIS_VISIT + community, "", Duration.ZERO, request))
                        : List.of(cookie(OF_THIS_VISIT + community, trail.text(), Duration.ofSeconds(-1), request)),
                response);
    }

    void forgetWhatIsNotAllowed(HttpServletRequest request, HttpServletResponse response) {
        var kept = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .map(Cookie::getName)
                .filter(it -> it.startsWith(KEPT))
                .toList();
        if (!kept.isEmpty() && !links.mayRemember(request)) {
            Reader.send(
                    kept.stream()
                            .map(it -> cookie(it, "", Duration.ZERO, request))
                            .toList(),
                    response);
        }
    }

    private static List<String> cookies(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .toList();
    }

    private static ResponseCookie cookie(String name, String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }
}

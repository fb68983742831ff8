package tuanju.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/** Where somebody came from, so that a failed form leads back to its page. */
final class WayBack {

    private WayBack() {}

    /** The page a form was sent from; null when nothing was sent or it came from another site. */
    static @Nullable String from(HttpServletRequest request, BaseAddress base) {
        var referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer == null || !"POST".equals(request.getMethod())) {
            return null;
        }
        try {
            var page = new URI(referrer);
            return base.isOurs(page) && page.getRawPath() != null
                    ? OwnPath.orHome(page.getRawPath() + query(page))
                    : null;
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    /** Where to try again what was just asked for: the page itself, or the page whose form was sent. */
    static String toTryAgain(HttpServletRequest request, BaseAddress base) {
        if ("GET".equals(request.getMethod())) {
            var query = request.getQueryString();
            return OwnPath.orHome(path(request) + (query == null ? "" : "?" + query));
        }
        var form = from(request, base);
        return form == null ? "/" : form;
    }

    /** The path that was asked for, also after the container has passed the request on to the error page. */
    static String path(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }

    /** Which page was asked for, as the log may tell it: not what somebody typed behind it, which may be a phone or a name. */
    static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "no route";
    }

    private static String query(URI page) {
        return page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
    }
}

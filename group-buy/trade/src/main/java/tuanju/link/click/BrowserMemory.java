package tuanju.link.click;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.consent.Consents;

/**
 * Whether a browser may be recognised. A member's consent says so; of who is not signed in, or never said anything, the cookie
 * itself does, which only a yes brings there.
 */
@Component
@RequiredArgsConstructor
public class BrowserMemory {

    private static final String GREETED = BrowserMemory.class.getName();

    private final Consents consents;
    private final BrowserRows rows;

    /** The browser that asks, where it may be recognised; it gets its number with this answer where it has none yet. */
    Optional<Browser> recognised(HttpServletRequest request, HttpServletResponse response) {
        var here = Browser.in(request);
        var reader = Reader.of(request);
        if (reader.isEmpty()) {
            return here;
        }
        var said = consents.of(reader.get(), BrowserConsent.PURPOSE);
        if (said.given() != null && !said.isGiven()) {
            here.ifPresent(it -> {
                rows.forget(it, reader.get());
                Reader.send(List.of(Browser.end(request.isSecure())), response);
            });
            return Optional.empty();
        }
        return said.isGiven() ? Optional.of(here.orElseGet(() -> begun(request, response))) : here;
    }

    /** The same for a browser that has a number or may have one, known to the end of this request. */
    public void greet(HttpServletRequest request, HttpServletResponse response) {
        if (Browser.in(request).isPresent() || isSignedInAndConsents(request)) {
            recognised(request, response).ifPresent(it -> request.setAttribute(GREETED, it));
        }
    }

    /** With whose account the browser of this request was seen is written down. */
    public void seen(HttpServletRequest request) {
        if (request.getAttribute(GREETED) instanceof Browser browser) {
            Reader.of(request).ifPresent(it -> rows.seen(browser, it));
        }
    }

    /** Somebody said yes: with their account where they have one here, otherwise in this browser alone. */
    public void allowed(HttpServletRequest request, HttpServletResponse response) {
        Reader.of(request).ifPresent(it -> consents.give(it, BrowserConsent.PURPOSE));
        if (Browser.in(request).isEmpty()) {
            begun(request, response);
        }
    }

    private boolean isSignedInAndConsents(HttpServletRequest request) {
        return Reader.of(request)
                .filter(it -> consents.of(it, BrowserConsent.PURPOSE).isGiven())
                .isPresent();
    }

    private static Browser begun(HttpServletRequest request, HttpServletResponse response) {
        var browser = Browser.next();
        Reader.send(List.of(browser.cookie(request.isSecure())), response);
        return browser;
    }
}

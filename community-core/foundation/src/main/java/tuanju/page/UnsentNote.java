package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note that somebody wrote before they signed in. It waits in their browser's session until it is sent: an address, which
 * keeps the rest of what they chose, is read by others.
 *
 * @param page where it was written
 */
public record UnsentNote(String page, String words) implements Serializable {

    private static final String KEPT = "unsent-note";
    private static final int LONGEST = 500;

    /** Keeps what was written on this page, in place of what was kept before. */
    public static void keep(HttpServletRequest request, String page, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            new UnsentNote(page, words.substring(0, Math.min(words.length(), LONGEST))).keepIn(request);
        }
    }

    /** The words that wait for this page; empty where there are none. */
    public static String of(HttpServletRequest request, String page) {
        return in(request)
                .filter(it -> it.page().equals(page))
                .map(UnsentNote::words)
                .orElse("");
    }

    /** They were sent, or what takes their place. */
    public static void sent(HttpServletRequest request, String page) {
        if (!of(request, page).isEmpty()) {
            request.getSession().removeAttribute(KEPT);
        }
    }

    /** What waits in this browser, of whatever page. */
    public static Optional<UnsentNote> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(it -> (UnsentNote) it.getAttribute(KEPT));
    }

    /** For the session that takes the place of the one it was kept in. */
    public void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(KEPT, this);
    }
}

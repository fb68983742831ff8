package tuanju.command;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What ties the lines of one request together: it stands in each line of the log, in the answer's header and on the page
 * of an error, where people read it out.
 */
public final class RequestId {

    /** Its name in the log. */
    static final String KEY = "request";

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Za-z-]{8,64}");

    private RequestId() {}

    /** That of the request being answered; a new one where none is, so that it can still be found in the log. */
    public static String current() {
        var known = MDC.get(KEY);
        return known == null ? next() : known;
    }

    /** Ten characters without I, L, O and U. */
    static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(it -> LETTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }

    /** What came with the request when it can do no harm in a log, else a new one. */
    static String of(@Nullable String offered) {
        return offered != null && WELL_FORMED.matcher(offered).matches() ? offered : next();
    }
}

package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What makes two calls the same command. Controllers take it as a parameter: it is read from the request.
 *
 * @param principal who asks, told by what only they hold: the member id; "anonymous" for everybody else together, under
 *     which nothing is done
 * @param route what is asked: "POST /t/{code}/seats" with the code filled in
 * @param key the Idempotency-Key header or the form's hidden field; null when the caller sent none
 * @param body a canonical text of what was asked, compared by its SHA-256
 */
public record CommandKey(
        String principal, String route, @Nullable String key, String body) {

    private static final String HEADER = "Idempotency-Key";
    private static final String NOBODY = "anonymous";
    static final String FIELD = "commandKey";
    private static final Set<String> NOT_ASKED = Set.of(FIELD, "_csrf");
    private static final Pattern USABLE = Pattern.compile("[!-~]{1,200}");

    /**
     * The key of a request, with its form and query parameters as the body; a JSON body is added by {@link #with}.
     * Refuses a key that is empty, longer than 200 characters or not plain ASCII with Invalid.
     */
    public static CommandKey of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new CommandKey(
                principal == null ? NOBODY : principal.getName(),
                request.getMethod() + " " + UriUtils.decode(request.getRequestURI(), "UTF-8"),
                key(request),
                parameters(request));
    }

    /** For routes that only sometimes create something; refuses with Invalid where there is no key. */
    public static CommandKey needed(@Nullable CommandKey key) {
        if (key == null) {
            throw missing();
        }
        return key;
    }

    /** The same key of a caller without token and session, told from others by a hash of something that only they hold. */
    public CommandKey heldBy(byte[] hash) {
        return new CommandKey("holder " + HexFormat.of().formatHex(hash), route, key, body);
    }

    /** Whether it cannot be told from the same key of somebody else. */
    boolean isOfAnybody() {
        return principal.equals(NOBODY);
    }

    /** The same key for a command that this wish says in full, whatever else the form sent along. */
    public CommandKey about(Object wish) {
        return new CommandKey(principal, route, key, wish.toString());
    }

    /** The same key for a request whose body has been read into this record. */
    public CommandKey with(Record body) {
        return new CommandKey(principal, route, key, this.body + body);
    }

    private static @Nullable String key(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HEADER));
        if (headers.size() > 1) {
            throw new Invalid(HEADER, "field-twice");
        }
        var header = headers.isEmpty() ? null : headers.getFirst();
        var key = header == null ? request.getParameter(FIELD) : header;
        if (key != null && !USABLE.matcher(key).matches()) {
            throw new Invalid(header == null ? FIELD : HEADER, "idempotency-key-unusable");
        }
        return key;
    }

    /** Refuses with Invalid to create something without a key: whoever does must be able to ask again. */
    static Invalid missing(HttpServletRequest request) {
        return isApi(request) ? missing() : new Invalid(FIELD, "form-key-missing");
    }

    private static Invalid missing() {
        return new Invalid(HEADER, "idempotency-key-missing");
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static String parameters(HttpServletRequest request) {
        var asked = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> asked.put(name, Arrays.toString(values)));
        asked.keySet().removeAll(NOT_ASKED);
        return asked.toString();
    }
}

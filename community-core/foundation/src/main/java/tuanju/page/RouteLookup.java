package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request among hundreds of routes: one whose first words are other ones is not held against it. An
 * address with a variable is otherwise compared with every route there is, which took a fourteenth of a page's processor time.
 */
final class RouteLookup extends RequestMappingHandlerMapping {

    /** What the request of this thread asks for; null where an address is written so that words alone do not tell. */
    private final ThreadLocal<@Nullable String> asked = new ThreadLocal<>();

    private Map<RequestMappingInfo, List<String>> beginnings = Map.of();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var all = new IdentityHashMap<RequestMappingInfo, List<String>>();
        getHandlerMethods().keySet().forEach(it -> all.put(it, beginnings(it)));
        beginnings = all;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        asked.set(isPlain(path) ? path : null);
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            asked.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        var path = asked.get();
        return path == null || canLeadTo(route, path) ? super.getMatchingMapping(route, request) : null;
    }

    /** Letters may be written as %61, and words end at a semicolon. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }

    private boolean canLeadTo(RequestMappingInfo route, String path) {
        var words = beginnings.get(route);
        return words == null || words.stream().anyMatch(path::startsWith);
    }

    private static List<String> beginnings(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(RouteLookup::beginning).toList();
    }

    /** /orders of /orders/{code}, and of /orders/** too, which means /orders as well. */
    static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return end == pattern.length() ? pattern : pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', end)));
    }
}

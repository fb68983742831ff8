package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final ThreadLocal<@Nullable Asked> asked = new ThreadLocal<>();

    private final Set<RequestMappingInfo> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** By the first word of theirs that an address must begin with: routes, each with what it must begin with in full. */
    private final Map<String, Map<RequestMappingInfo, List<String>>> beginnings = new HashMap<>();

    /** An address, and the routes that begin with its first word or with no word. */
    private record Asked(
            String path, Map<RequestMappingInfo, List<String>> near, Map<RequestMappingInfo, List<String>> anywhere) {}

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods().keySet().forEach(this::learn);
    }

    /** A route that is made, not found: of a long table. */
    @Override
    public void registerMapping(RequestMappingInfo route, Object handler, Method method) {
        super.registerMapping(route, handler, method);
        learn(route);
    }

    private void learn(RequestMappingInfo route) {
        known.add(route);
        var all = beginnings(route);
        all.forEach(it -> routes(firstWord(it)).put(route, all));
    }

    private Map<RequestMappingInfo, List<String>> routes(String firstWord) {
        return beginnings.computeIfAbsent(firstWord, it -> new IdentityHashMap<>());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        asked.set(isPlain(path) ? asked(path) : null);
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            asked.remove();
        }
    }

    private Asked asked(String path) {
        return new Asked(
                path, beginnings.getOrDefault(firstWord(path), Map.of()), beginnings.getOrDefault("", Map.of()));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        var wanted = asked.get();
        return wanted == null || canLeadTo(route, wanted) ? super.getMatchingMapping(route, request) : null;
    }

    /** Letters may be written as %61, and words end at a semicolon. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }

    private boolean canLeadTo(RequestMappingInfo route, Asked wanted) {
        return wanted.near().getOrDefault(route, List.of()).stream().anyMatch(wanted.path()::startsWith)
                || wanted.anywhere().containsKey(route)
                || !known.contains(route);
    }

    private static List<String> beginnings(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(RouteLookup::beginning).toList();
    }

    /** orders of /orders/{code}; nothing of /{page}. */
    private static String firstWord(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
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

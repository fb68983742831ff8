package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request among hundreds of routes: one that begins with other words is not held against it. An
 * address with a variable is otherwise compared with every route there is, which took a fourteenth of a page's processor time.
 */
final class RouteLookup extends RequestMappingHandlerMapping {

    /** What the request of this thread can lead to; null where an address is written so that words alone do not tell. */
    private final ThreadLocal<@Nullable Set<RequestMappingInfo>> candidates = new ThreadLocal<>();

    /** Routes by what an address must begin with, in whole words: /orders of /orders/{code}, nothing of /{page}. */
    private final Map<String, Set<RequestMappingInfo>> byBeginning = new HashMap<>();

    private final Map<String, Set<RequestMappingInfo>> upTo = new ConcurrentHashMap<>();
    private int mostWords;

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
        for (var pattern : route.getPatternValues()) {
            var beginning = beginning(pattern);
            byBeginning.computeIfAbsent(beginning, it -> identities()).add(route);
            mostWords = Math.max(mostWords, words(beginning));
        }
        upTo.clear();
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        candidates.set(isPlain(path) ? candidates(path) : null);
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            candidates.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        var near = candidates.get();
        return near == null || near.contains(route) ? super.getMatchingMapping(route, request) : null;
    }

    /** Letters may be written as %61, and words end at a semicolon. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }

    /** The routes that begin as this address does, with any number of its words. */
    private Set<RequestMappingInfo> candidates(String path) {
        var longest = "";
        int end = 0;
        for (int words = 0; words < mostWords && end >= 0 && end < path.length(); words++) {
            end = path.indexOf('/', end + 1);
            var beginning = end < 0 ? path : path.substring(0, end);
            longest = byBeginning.containsKey(beginning) ? beginning : longest;
        }
        return upTo.computeIfAbsent(longest, this::upTo);
    }

    private Set<RequestMappingInfo> upTo(String beginning) {
        var all = identities();
        for (var at = beginning; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            all.addAll(byBeginning.getOrDefault(at, Set.of()));
        }
        all.addAll(byBeginning.getOrDefault("", Set.of()));
        return all;
    }

    private static Set<RequestMappingInfo> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static int words(String beginning) {
        return (int) beginning.chars().filter(it -> it == '/').count();
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

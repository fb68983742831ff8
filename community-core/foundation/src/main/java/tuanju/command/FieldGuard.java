package tuanju.command;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Holds every request against the fields its handler asks for. What changes something takes these and no others, so that
 * nobody slips a price or a status in; a field that has one value is not sent twice; NUL is in none.
 */
final class FieldGuard implements HandlerInterceptor {

    /** The house's own: every form carries them. */
    private static final Set<String> OURS = Set.of(CommandKey.FIELD, "_csrf");

    private static final Set<String> ONLY_LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OUR_CODE = FieldGuard.class.getPackageName().replaceAll("[^.]+$", "");

    private final Map<HandlerMethod, AskedFields> asked = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OUR_CODE)) {
            hold(request, asked.computeIfAbsent(method, AskedFields::of));
        }
        return true;
    }

    private static void hold(HttpServletRequest request, AskedFields asked) {
        if (asked.bare()) {
            return;
        }
        request.getParameterMap().forEach(FieldGuard::refuseUnusable);
        if (!asked.open()) {
            boolean looks = ONLY_LOOKING.contains(request.getMethod());
            var sent = numbers(request);
            sent.forEach((name, number) -> hold(name, number, asked, looks));
            if (!looks) {
                refuseMissing(asked, sent.keySet());
            }
        }
    }

    private static void refuseUnusable(String name, String[] values) {
        Stream.of(values).filter(Objects::nonNull).forEach(it -> Plain.text(Plain.name(name), it));
    }

    /** How often each name was sent, as a value or as a file. */
    private static Map<String, Integer> numbers(HttpServletRequest request) {
        var numbers = new HashMap<String, Integer>();
        request.getParameterMap().forEach((name, values) -> numbers.put(name, values.length));
        var files = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (files != null) {
            files.getMultiFileMap().forEach((name, all) -> numbers.merge(name, all.size(), Integer::sum));
        }
        return numbers;
    }

    private static void refuseMissing(AskedFields asked, Set<String> sent) {
        asked.fields().stream()
                .filter(it -> it.needed() && !sent.contains(it.name()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Invalid(it.name(), "field-missing");
                });
    }

    private static void hold(String name, int number, AskedFields asked, boolean looks) {
        var field = asked.named(name);
        if (field.isEmpty() && !looks && !OURS.contains(name)) {
            throw new Invalid(Plain.name(name), "field-unknown");
        }
        boolean many = field.isPresent() ? field.get().many() : looks;
        if (number > 1 && !many) {
            throw new Invalid(Plain.name(name), "field-twice");
        }
    }
}

package tuanju.security;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;
import tuanju.Logged;

/** What people could send to a route, made of words that nobody says by chance: such that fits, and such that does not. */
final class Marked {

    static final String PHONE = "13571357246";
    static final String NAME = "隐名龘";
    static final String DOOR = "隐楼靐";
    static final String CODE = "735913";
    static final String PASSWORD = "veiled lantern 7359 river";
    static final String TOKEN = "tj_Veiled7359Veiled7359Veiled7359Veiled7359Vei";
    static final String TEXT = "隐话齉";

    /** Whatever of these stands in a log is somebody's. */
    static final List<String> ALL = List.of(PHONE, NAME, DOOR, CODE, "veiled lantern", "Veiled7359", TEXT);

    private static final int DEEPEST = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Marked() {}

    /** The lines that tell one of these, each once. */
    static Collection<String> told(Logged log, Collection<String> secrets) {
        var told = new TreeSet<String>();
        for (var line : log.lines()) {
            secrets.stream().filter(line::contains).forEach(it -> told.add(it + " in " + shortened(line)));
        }
        return told;
    }

    private static String shortened(String line) {
        return line.length() <= 400 ? line : line.substring(0, 400) + "…";
    }

    /** How well what is sent fits. */
    enum Fit {
        /** As a person would fill it in. */
        PLAUSIBLE,
        /** Words where numbers, days and choices belong. */
        WRONG_TYPE,
        /** Longer than anything may be, with a character that no database keeps. */
        ABSURD
    }

    /** The parameters of a form or a query that this route reads. */
    static Map<String, String> fields(HandlerMethod route, Fit fit) {
        var fields = new LinkedHashMap<String, String>();
        for (var parameter : route.getMethod().getParameters()) {
            var named = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (named != null) {
                var name = named.name().isEmpty() ? parameter.getName() : named.name();
                fields.put(name, text(name, parameter.getType(), fit));
            } else if (isForm(parameter)) {
                components(parameter.getType())
                        .forEach(it -> fields.put(it.getName(), text(it.getName(), it.getType(), fit)));
            }
        }
        return fields;
    }

    /** The JSON that this route reads; null where it reads none. */
    static @Nullable String json(HandlerMethod route, Fit fit) {
        return Arrays.stream(route.getMethod().getParameters())
                .filter(it -> it.isAnnotationPresent(RequestBody.class))
                .map(it -> JSON.writeValueAsString(value("body", it.getParameterizedType(), fit, 0)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isForm(Parameter parameter) {
        return parameter.getType().isRecord()
                && parameter.getType().getName().startsWith("tuanju.")
                && !parameter.isAnnotationPresent(RequestBody.class);
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static Object value(String name, Type declared, Fit fit, int depth) {
        if (fit == Fit.WRONG_TYPE && depth > 0 && !declared.equals(String.class)) {
            return text(name, String.class, fit);
        }
        var type = declared instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : declared;
        if (type instanceof Class<?> plain && Collection.class.isAssignableFrom(plain)) {
            var of = ((ParameterizedType) declared).getActualTypeArguments()[0];
            return depth > DEEPEST ? List.of() : List.of(value(name, of, fit, depth + 1));
        }
        if (type instanceof Class<?> plain && Map.class.isAssignableFrom(plain)) {
            return Map.of(text(name, String.class, fit), text(name, String.class, fit));
        }
        if (type instanceof Class<?> plain && plain.isRecord() && depth <= DEEPEST) {
            return components(plain)
                    .collect(Collectors.toMap(
                            RecordComponent::getName, it -> value(it.getName(), it.getGenericType(), fit, depth + 1)));
        }
        return type instanceof Class<?> plain ? scalar(name, plain, fit) : text(name, String.class, fit);
    }

    private static Object scalar(String name, Class<?> type, Fit fit) {
        var text = text(name, type, fit);
        boolean number = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
        if (fit == Fit.PLAUSIBLE && number) {
            return Long.valueOf(text);
        }
        return type == boolean.class || type == Boolean.class ? (Object) Boolean.TRUE : text;
    }

    private static String text(String name, Class<?> type, Fit fit) {
        return switch (fit) {
            case PLAUSIBLE -> plausible(name, type);
            case WRONG_TYPE -> type == String.class ? plausible(name, type) : word(name);
            case ABSURD -> word(name) + "\0" + word(name).repeat(400);
        };
    }

    private static String plausible(String name, Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long", "BigDecimal" -> "1";
            case "boolean", "Boolean" -> "true";
            case "UUID" -> new UUID(7, 7).toString();
            case "LocalDate" -> LocalDate.now().toString();
            case "LocalTime" -> LocalTime.NOON.toString();
            case "Instant" -> Instant.now().toString();
            default -> word(name);
        };
    }

    /** Something secret of the kind that this name asks for. */
    private static String word(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("phone")) {
            return PHONE;
        }
        if (lower.contains("password") || lower.equals("old")) {
            return PASSWORD;
        }
        if (lower.endsWith("code")) {
            return CODE;
        }
        if (lower.contains("name") || lower.contains("recipient")) {
            return NAME;
        }
        return lower.matches(".*(building|unit|room|door|address|lane|place).*") ? DOOR : TEXT + PHONE;
    }
}

package tuanju.stored;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.Phone;

/** Instances with something in every field, the same at every run: what they hold follows from where it stands. */
final class Filled {

    private static final Instant SOME_MONDAY = Instant.parse("2026-11-23T01:02:03.456789Z");

    /** Whether what may be absent is absent. */
    private final boolean bare;

    /** Components that stay empty, as {@code Type#component}. */
    private final Set<String> left;

    private Filled(boolean bare, Set<String> left) {
        this.bare = bare;
        this.left = left;
    }

    /** Every field holds something. */
    static Object full(Type type) {
        return new Filled(false, Set.of()).value(type, rawOf(type).getSimpleName());
    }

    /** Every field that may be absent is. */
    static Object bare(Type type) {
        return new Filled(true, Set.of()).value(type, rawOf(type).getSimpleName());
    }

    /** Every field holds something but these, {@code Type#component}, as where somebody wrote it who did not know them. */
    static Object without(Set<String> components, Class<?> type) {
        return new Filled(false, components).value(type, type.getSimpleName());
    }

    private Object value(Type type, String path) {
        var raw = rawOf(type);
        if (raw.isRecord()) {
            return record(raw, path);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return value(raw.getPermittedSubclasses()[0], path);
        }
        return type instanceof ParameterizedType generic ? holder(generic, path) : simple(raw, path);
    }

    private Object record(Class<?> type, String path) {
        if (type == Code.class) {
            return new Code("DEM0" + digits(path, 10));
        }
        if (type == Phone.class) {
            return new Phone("1380013" + digits(path, 4));
        }
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(it -> component(it, path + "." + it.getName()))
                .toArray();
        try {
            var parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(path + " refuses " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(path, e);
        }
    }

    private @Nullable Object component(RecordComponent component, String path) {
        if (left.contains(component.getDeclaringRecord().getName() + "#" + component.getName())) {
            return empty(component.getType());
        }
        boolean optional = isNullable(component.getAnnotatedType()) || isNullable(component);
        return bare && optional ? null : value(component.getGenericType(), path);
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return type == List.class ? List.of() : type == Set.class ? Set.of() : type == Map.class ? Map.of() : null;
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private Object holder(ParameterizedType type, String path) {
        var raw = rawOf(type);
        var first = value(type.getActualTypeArguments()[0], path + "[0]");
        if (raw == Optional.class) {
            return bare ? Optional.empty() : Optional.of(first);
        }
        if (raw == Map.class) {
            return Map.of(first, value(type.getActualTypeArguments()[1], path + "[value]"));
        }
        if (raw == Set.class) {
            return Set.of(first);
        }
        if (List.class.isAssignableFrom(raw) || raw == Iterable.class || raw == java.util.Collection.class) {
            return bare ? List.of() : List.of(first, value(type.getActualTypeArguments()[0], path + "[1]"));
        }
        throw new AssertionError(path + ": nobody knows how to fill " + type);
    }

    private Object simple(Class<?> type, String path) {
        int number = number(path);
        return switch (type.getName()) {
            case "java.lang.String" -> path.length() > 12 ? "某" + number : "某" + path;
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 1 + number % 900;
            case "short", "java.lang.Short" -> (short) (1 + number % 900);
            case "long", "java.lang.Long" -> 1L + number;
            case "java.math.BigDecimal" -> BigDecimal.valueOf(number, 2);
            case "java.util.UUID" -> UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
            case "java.time.Instant" -> SOME_MONDAY.plusSeconds(number);
            case "java.time.LocalDate" -> LocalDate.of(2026, 11, 23).plusDays(number % 900);
            case "java.time.LocalTime" -> LocalTime.of(number % 24, number % 60);
            case "java.time.Duration" -> Duration.ofSeconds(number);
            default -> throw new AssertionError(path + ": nobody knows how to fill " + type);
        };
    }

    private static String digits(String path, int count) {
        return String.format("%0" + count + "d", number(path)).substring(0, count);
    }

    /** Four digits that follow from the path. */
    private static int number(String path) {
        return 1000 + Math.floorMod(path.hashCode(), 9000);
    }

    private static Class<?> rawOf(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> rawOf(generic.getRawType());
            default -> throw new AssertionError("nobody knows how to fill " + type);
        };
    }
}

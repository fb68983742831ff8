package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The fields that a handler asks for, read from its signature: its parameters, the components of its forms, and the names
 * that {@link FormFields} gives to a form with a row for each thing.
 *
 * @param open whether any name is welcome: the handler reads all of them by itself
 * @param bare whether even that is left to the handler, which reads the body as it came
 */
record AskedFields(List<Field> fields, boolean open, boolean bare) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)");

    /**
     * A field by the shape of its name.
     *
     * @param many whether it may be sent more than once
     * @param needed whether leaving it out is refused
     */
    record Field(String name, Pattern shape, boolean many, boolean needed) {

        private static Field of(String name, boolean many, boolean needed) {
            var shape =
                    Pattern.quote(name).replace("[]", "\\E\\[[0-9]{1,3}]\\Q").replace("*", "\\E[0-9A-Za-z-]{1,100}\\Q");
            return new Field(name, Pattern.compile(shape), many, needed);
        }
    }

    static AskedFields of(HandlerMethod handler) {
        var inPath = inPath(handler);
        var fields = Stream.of(handler.getMethodParameters())
                .flatMap(it -> of(it).stream())
                .filter(it -> !inPath.contains(it.name()))
                .toList();
        boolean bare = fields.isEmpty() && isBare(handler);
        return new AskedFields(fields, bare || isOpen(handler), bare);
    }

    Optional<Field> named(String name) {
        return fields.stream().filter(it -> it.shape().matcher(name).matches()).findFirst();
    }

    private static Set<String> inPath(HandlerMethod handler) {
        return Stream.of(handler.getBeanType(), handler.getMethod())
                .map(it -> AnnotatedElementUtils.findMergedAnnotation(it, RequestMapping.class))
                .filter(Objects::nonNull)
                .flatMap(it -> Stream.of(it.path()))
                .flatMap(it -> IN_PATH.matcher(it).results())
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isBare(HandlerMethod handler) {
        var parameters = List.of(handler.getMethodParameters());
        return parameters.stream().anyMatch(it -> it.getParameterType() == HttpServletRequest.class)
                && parameters.stream().noneMatch(it -> it.hasParameterAnnotation(RequestBody.class));
    }

    private static boolean isOpen(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .anyMatch(it -> Map.class.isAssignableFrom(it.getParameterType())
                        && it.hasParameterAnnotation(RequestParam.class)
                        && !it.hasParameterAnnotation(FormFields.class));
    }

    private static List<Field> of(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        var rows = parameter.getParameterAnnotation(FormFields.class);
        if (rows != null) {
            return Stream.of(rows.value())
                    .map(it -> Field.of(it, isMany(parameter.getParameterType()), false))
                    .toList();
        }
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        var name = String.valueOf(parameter.getParameterName());
        if (asked != null) {
            var called = asked.name().isEmpty() ? name : asked.name();
            return List.of(Field.of(called, isMany(parameter.getParameterType()), false));
        }
        return isForm(parameter) ? components("", parameter.getParameterType(), true) : List.of();
    }

    /** A record that Spring fills from the request; those that are filled otherwise have resolvers of their own. */
    private static boolean isForm(MethodParameter parameter) {
        var type = parameter.getParameterType();
        boolean filled = parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.getParameterAnnotations().length == 0 && type != CommandKey.class;
        return filled
                && type.isRecord()
                && Stream.of(type.getRecordComponents())
                        .noneMatch(it -> it.getType().getName().startsWith("jakarta.servlet."));
    }

    private static List<Field> components(String before, Class<?> form, boolean needed) {
        return Stream.of(form.getRecordComponents())
                .flatMap(it -> component(before, it, needed))
                .toList();
    }

    private static Stream<Field> component(String before, RecordComponent part, boolean needed) {
        boolean many = isMany(part.getType());
        var element = many ? element(part.getGenericType()) : part.getType();
        var name = before + part.getName();
        if (element.isRecord()
                && element.getPackageName().equals(part.getDeclaringRecord().getPackageName())) {
            return components(name + (many ? "[]." : "."), element, false).stream();
        }
        boolean left =
                many || part.getType().isPrimitive() || part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return Stream.of(Field.of(name, many, needed && !left));
    }

    private static boolean isMany(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || type.isArray() || MultiValueMap.class.isAssignableFrom(type);
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }
}

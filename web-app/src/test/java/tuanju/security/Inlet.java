package tuanju.security;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tuanju.command.CommandKey;
import tuanju.command.FormFields;
import tuanju.member.SignedIn;

/**
 * One way for a value into a route, read from its handler's signature.
 *
 * @param name how a caller names it: "reason", "items[0].product"
 * @param required whether leaving it out must be refused
 */
record Inlet(Kind kind, String name, Class<?> type, boolean required) {

    /** Where the value stands in a request. */
    enum Kind {
        PATH,
        PARAMETER,
        JSON,
        FILE,
        HEADER
    }

    /**
     * Every inlet of a handler.
     *
     * @param here the variables of this path
     * @param anywhere those of every path that leads to the handler
     * @param creates whether it must be told by a key which wish it is
     */
    static List<Inlet> of(HandlerMethod handler, List<String> here, Set<String> anywhere, boolean creates) {
        var inlets = new ArrayList<Inlet>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            inlets.addAll(
                    parameter.getParameterType() == CommandKey.class
                            ? List.of(new Inlet(
                                    Kind.HEADER, "Idempotency-Key", String.class, creates && !parameter.isOptional()))
                            : of(parameter, anywhere));
        }
        here.forEach(name -> inlets.add(new Inlet(Kind.PATH, name, typeInPath(handler, name), true)));
        return inlets;
    }

    private static Class<?> typeInPath(HandlerMethod handler, String name) {
        return Stream.of(handler.getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(PathVariable.class) && name.equals(it.getParameterName()))
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst()
                .orElse(String.class);
    }

    boolean isText() {
        return type == String.class;
    }

    boolean isNumber() {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    boolean isList() {
        return Collection.class.isAssignableFrom(type);
    }

    private static List<Inlet> of(MethodParameter parameter, Collection<String> inPath) {
        var name = String.valueOf(parameter.getParameterName());
        var type = parameter.getParameterType();
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return List.of();
        }
        if (parameter.hasParameterAnnotation(RequestHeader.class)) {
            return List.of();
        }
        var fields = parameter.getParameterAnnotation(FormFields.class);
        if (fields != null) {
            return Stream.of(fields.value())
                    .map(it -> parameter(it, rowType(parameter), false))
                    .toList();
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return json("", type, parameter.getGenericParameterType());
        }
        if (Map.class.isAssignableFrom(type)) {
            return List.of();
        }
        if (asked != null) {
            var called = asked.name().isEmpty() ? asked.value().isEmpty() ? name : asked.value() : asked.name();
            boolean required = asked.required()
                    && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && !parameter.isOptional();
            return List.of(parameter(called, parameter.getGenericParameterType(), required));
        }
        return type.isRecord() && type.getName().startsWith("tuanju.") && !isGiven(type)
                ? form("", type, inPath)
                : List.of();
    }

    /** Of a form with rows: one value of a name, several, or a file. */
    private static Type rowType(MethodParameter parameter) {
        return MultiValueMap.class.isAssignableFrom(parameter.getParameterType())
                ? List.class
                : ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[1];
    }

    /** Filled in by the program, not by the caller. */
    private static boolean isGiven(Class<?> type) {
        return type == SignedIn.class || type.getSimpleName().equals("WebExchange");
    }

    private static Inlet parameter(String name, Type type, boolean required) {
        boolean file = element(type) == MultipartFile.class;
        return new Inlet(file ? Kind.FILE : Kind.PARAMETER, name, raw(type), required);
    }

    private static List<Inlet> form(String before, Class<?> record, Collection<String> inPath) {
        var inlets = new ArrayList<Inlet>();
        for (RecordComponent part : record.getRecordComponents()) {
            var name = before + part.getName();
            var element = element(part.getGenericType());
            if (before.isEmpty() && inPath.contains(name)) {
                continue;
            }
            if (element.isRecord() && element.getPackageName().startsWith("tuanju")) {
                boolean many = Collection.class.isAssignableFrom(part.getType());
                inlets.addAll(form(name + (many ? "[0]." : "."), element, inPath));
            } else {
                boolean required = isRequired(part.getAnnotatedType(), part.getType())
                        && !Collection.class.isAssignableFrom(part.getType());
                inlets.add(parameter(name, part.getGenericType(), required));
            }
        }
        return inlets;
    }

    private static List<Inlet> json(String before, Class<?> type, Type generic) {
        if (!type.isRecord()) {
            return List.of(new Inlet(Kind.JSON, before, type, true));
        }
        var inlets = new ArrayList<Inlet>();
        for (RecordComponent part : type.getRecordComponents()) {
            var name = before + part.getName();
            boolean required = isRequired(part.getAnnotatedType(), part.getType());
            inlets.add(new Inlet(Kind.JSON, name, part.getType(), required));
            var element = element(part.getGenericType());
            if (element.isRecord() && element.getPackageName().startsWith("tuanju")) {
                boolean many = Collection.class.isAssignableFrom(part.getType());
                inlets.addAll(json(name + (many ? "[0]." : "."), element, part.getGenericType()));
            }
        }
        return inlets;
    }

    /** A switch that is left out is off. */
    private static boolean isRequired(AnnotatedType type, Class<?> raw) {
        return raw != boolean.class && !type.isAnnotationPresent(Nullable.class);
    }

    static Class<?> element(Type type) {
        return type instanceof ParameterizedType many ? raw(many.getActualTypeArguments()[0]) : raw(type);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType many -> raw(many.getRawType());
            default -> Object.class;
        };
    }
}

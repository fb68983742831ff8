package tuanju.command;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field that made a JSON body unusable. */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemKind kind(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> ProblemKind.field(path(unknown), "field-unknown");
            case InvalidNullException missing -> ProblemKind.field(missing(missing), "field-missing");
            case JacksonException flood when root(flood) instanceof StreamConstraintsException -> tooMuch(flood);
            case JacksonException wrong
            when root(wrong) instanceof Invalid invalid ->
                ProblemKind.field(inside(path(wrong), invalid), invalid.getType(), invalid.getArguments());
            case JacksonException wrong
            when !wrong.getPath().isEmpty() -> ProblemKind.field(path(wrong), "field-wrong");
            case null, default -> ProblemKind.of(400, "json-unreadable");
        };
    }

    private static ProblemKind tooMuch(JacksonException flood) {
        return flood.getPath().isEmpty()
                ? ProblemKind.of(413, "json-too-much")
                : ProblemKind.field(path(flood), "json-too-much");
    }

    private static Throwable root(JacksonException wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String inside(String path, Invalid invalid) {
        return Stream.of(path, invalid.getField()).filter(it -> !it.isEmpty()).collect(Collectors.joining("."));
    }

    /** A field that was left out ends the path to what it was left out of; a null stands at the end of its own. */
    private static String missing(InvalidNullException missing) {
        var name = missing.getPropertyName().getSimpleName();
        var own = missing.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .reduce("", (before, last) -> last)
                .equals(name);
        var path = path(missing);
        return own ? path : path.isEmpty() ? name : path + "." + name;
    }

    private static String path(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(UnreadableJson::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(JacksonException.Reference step) {
        var name = step.getPropertyName();
        return name == null ? "[" + step.getIndex() + "]" : name;
    }
}

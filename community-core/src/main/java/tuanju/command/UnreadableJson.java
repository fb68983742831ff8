package tuanju.command;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field that made a JSON body unusable. */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemKind kind(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> ProblemKind.field(path(unknown), "field-unknown");
            case JacksonException wrong
            when refusal(wrong) instanceof Invalid invalid ->
                ProblemKind.field(inside(path(wrong), invalid), invalid.getType(), invalid.getArguments());
            case JacksonException wrong
            when !wrong.getPath().isEmpty() -> ProblemKind.field(path(wrong), "field-wrong");
            case null, default -> ProblemKind.of(400, "json-unreadable");
        };
    }

    private static Throwable refusal(JacksonException wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String inside(String path, Invalid invalid) {
        return path.isEmpty() ? invalid.getField() : path + "." + invalid.getField();
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

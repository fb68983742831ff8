package tuanju.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 tells it.
 *
 * @param type stable name: "urn:tuanju:problem:team-full"
 * @param title what kind of problem, in the reader's language
 * @param detail what happened and what to do, in the reader's language
 * @param errors which fields cannot be used, and why
 * @param reference what to tell an operator; the log has the same
 * @param headers further response headers, such as Retry-After
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldProblem> errors,
        @Nullable String reference,
        @JsonIgnore Map<String, String> headers) {

    /** One field that cannot be used: its path ("lines[0].quantity") and why. */
    public record FieldProblem(String field, String message) {}
}

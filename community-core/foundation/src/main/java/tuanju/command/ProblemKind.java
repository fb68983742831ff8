package tuanju.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an exception means for the caller, before it is put into words. */
record ProblemKind(int status, String type, Object[] arguments, List<FieldFault> faults, Map<String, String> headers) {

    /** A field and why it cannot be used: ready words, or else the type of a refusal. */
    record FieldFault(String field, @Nullable String words, String type, Object[] arguments) {
        static FieldFault of(String field, String type, Object... arguments) {
            return new FieldFault(field, null, type, arguments);
        }

        static FieldFault inWords(String field, String words) {
            return new FieldFault(field, words, "", new Object[0]);
        }
    }

    static ProblemKind of(int status, String type, Object... arguments) {
        return new ProblemKind(status, type, arguments, List.of(), Map.of());
    }

    static ProblemKind field(String field, String type, Object... arguments) {
        return fields(type, List.of(FieldFault.of(field, type, arguments)));
    }

    static ProblemKind fields(String type, List<FieldFault> faults) {
        Object[] arguments =
                faults.isEmpty() ? new Object[0] : faults.getFirst().arguments();
        return new ProblemKind(400, type, arguments, faults, Map.of());
    }

    ProblemKind with(String header, String value) {
        return new ProblemKind(status, type, arguments, faults, Map.of(header, value));
    }
}

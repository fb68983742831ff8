package tuanju.member;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** Refuses JSON that leaves a needed field out, by its name. */
final class Missing {

    private Missing() {}

    static void refuse(String field, @Nullable Object value) {
        if (value == null) {
            throw new Invalid(field, "field-missing");
        }
    }
}

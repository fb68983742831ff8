package tuanju.member;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.command.Invalid;

/** Refuses JSON that leaves a needed field out, by its name. */
@NamedInterface("rooms")
public final class Missing {

    private Missing() {}

    public static void refuse(String field, @Nullable Object value) {
        if (value == null) {
            throw new Invalid(field, "field-missing");
        }
    }
}

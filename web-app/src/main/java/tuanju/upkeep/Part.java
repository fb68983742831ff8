package tuanju.upkeep;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One part of how the program is: what was read, or nothing when it could not be read in time.
 *
 * @param seen null when it could not be read
 */
record Part<T>(@Nullable T seen) {

    static <T> Part<T> silent() {
        return new Part<>(null);
    }

    public boolean isSilent() {
        return seen == null;
    }

    /** What is made of it, or this instead when it could not be read. */
    <R> R map(Function<T, R> of, R otherwise) {
        return seen == null ? otherwise : of.apply(seen);
    }

    /** What is made of it; null when it could not be read. */
    <R> @Nullable R orNull(Function<T, R> of) {
        return seen == null ? null : of.apply(seen);
    }

    /** A number of it, or none when it could not be read. */
    double number(ToIntFunction<T> of) {
        return seen == null ? Double.NaN : of.applyAsInt(seen);
    }
}

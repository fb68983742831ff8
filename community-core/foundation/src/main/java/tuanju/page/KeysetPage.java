package tuanju.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list that people look through by words; fragment {@code page/_pages} leads on.
 *
 * @param words what was looked for; empty for all
 * @param after after which one this page begins; null on the first one
 * @param next after which one the next page begins; null on the last one
 */
public record KeysetPage<T>(
        String words,
        List<T> shown,
        @Nullable String after,
        @Nullable String next) {

    /** Of as many as fit one page, and one more where there is a next one. */
    public static <T> KeysetPage<T> of(
            List<T> found, int size, String words, @Nullable Object after, Function<T, Object> key) {
        var shown = List.copyOf(found.subList(0, Math.min(size, found.size())));
        return new KeysetPage<>(
                words,
                shown,
                after == null ? null : after.toString(),
                found.size() > size ? key.apply(shown.getLast()).toString() : null);
    }

    /** Whether there is anything to look through that this page does not show at once. */
    public boolean isLong() {
        return next != null || after != null || !words.isBlank();
    }
}

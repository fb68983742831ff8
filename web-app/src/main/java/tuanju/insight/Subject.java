package tuanju.insight;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the trail is about, as it is written there and as people say it.
 *
 * @param written the whole of it, which is what one searches by
 * @param kind member, order, list …; empty where only an id was written
 * @param name what people call it; null where nobody knows
 */
public record Subject(String written, String kind, @Nullable String name) {

    private static final Pattern WITH_KIND = Pattern.compile("([a-z][a-z-]*)[ /](\\S+)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int END_OF_ID = 6;

    static Subject of(String written) {
        var parts = WITH_KIND.matcher(written);
        return new Subject(written, parts.matches() ? parts.group(1) : "", null);
    }

    Subject named(@Nullable String found) {
        return new Subject(written, kind, found);
    }

    /** The id in it, where it has one and not a code that can be read. */
    Optional<UUID> id() {
        return Optional.of(key()).filter(it -> ID.matcher(it).matches()).map(UUID::fromString);
    }

    /** Its name, its code, or the end of its id. */
    public String shown() {
        if (name != null) {
            return name;
        }
        return id().isPresent() ? "…" + key().substring(key().length() - END_OF_ID) : key();
    }

    private String key() {
        return kind.isEmpty() ? written : written.substring(kind.length() + 1);
    }
}

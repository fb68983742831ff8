package tuanju.household;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.Invalid;
import tuanju.community.Code;

/**
 * What of the table somebody looks at; it stands in the address, so that a view can be shared and come back to.
 *
 * @param after after which household the page begins
 * @param open which household is open beside the table
 */
record HouseholdQuery(
        @Nullable Chip chip,
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable String after,
        @Nullable String open) {

    static final int LONGEST = 60;

    /** Refuses what the field of the page lets nobody type. */
    HouseholdQuery checked() {
        if (q != null && q.length() > LONGEST) {
            throw new Invalid("q", "text-too-long", LONGEST);
        }
        Code.after(emptied(after));
        opened();
        return this;
    }

    /** After which household the page begins; null for the first page. */
    @Nullable
    Code from() {
        return Code.after(emptied(after));
    }

    /** Which household is open; null where none is. */
    @Nullable
    Code opened() {
        try {
            var code = emptied(open);
            return code == null ? null : new Code(code);
        } catch (IllegalArgumentException noCode) {
            throw new Invalid("open", "no-row");
        }
    }

    private static @Nullable String emptied(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public Chip picked() {
        return Objects.requireNonNullElse(chip, Chip.ALL);
    }

    public Sort sorted() {
        return Objects.requireNonNullElse(sort, Sort.DOOR);
    }

    public String words() {
        return Objects.requireNonNullElse(q, "").strip();
    }

    HouseholdQuery only(Chip other) {
        return new HouseholdQuery(other, q, sort, null, null);
    }

    HouseholdQuery from(@Nullable String household) {
        return new HouseholdQuery(chip, q, sort, household, null);
    }

    HouseholdQuery opening(@Nullable String household) {
        return new HouseholdQuery(chip, q, sort, after, household);
    }

    /** The address of this view, below a page; what is as usual is left out. */
    String at(String page) {
        var path = UriComponentsBuilder.fromPath(page);
        if (picked() != Chip.ALL) {
            path.queryParam("chip", picked());
        }
        if (!words().isEmpty()) {
            path.queryParam("q", "{words}");
        }
        if (sorted() != Sort.DOOR) {
            path.queryParam("sort", sorted());
        }
        if (emptied(after) != null) {
            path.queryParam("after", after);
        }
        if (emptied(open) != null) {
            path.queryParam("open", open);
        }
        return path.encode().buildAndExpand(words()).toUriString();
    }
}

package tuanju.review;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** One to five each. */
record Stars(int taste, int freshness, int asDescribed) {

    private static final int MOST = 5;

    /** Refuses with Invalid what is missing or not between one and five. */
    static Stars read(@Nullable Integer taste, @Nullable Integer freshness, @Nullable Integer asDescribed) {
        return new Stars(star("taste", taste), star("freshness", freshness), star("asDescribed", asDescribed));
    }

    private static int star(String field, @Nullable Integer given) {
        if (given == null || given < 1 || given > MOST) {
            throw new Invalid(field, "review-stars");
        }
        return given;
    }
}

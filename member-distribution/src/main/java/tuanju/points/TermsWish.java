package tuanju.points;

import org.jspecify.annotations.Nullable;

/** What points shall be for; what is not said is off. */
record TermsWish(
        @Nullable Integer perYuan,
        @Nullable Integer perCheckIn,
        @Nullable Boolean spends) {

    Terms read() {
        return new Terms(or(perYuan), or(perCheckIn), Boolean.TRUE.equals(spends));
    }

    private static int or(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}

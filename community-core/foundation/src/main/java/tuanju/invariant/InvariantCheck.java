package tuanju.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a claim about the data stood when it was last looked at.
 *
 * @param claim begins with the invariant's id
 * @param money whether money is held back while it is broken
 * @param checked null until it was looked at once
 * @param brokenSince null while it holds
 * @param rows how many rows break it, counted up to 1,000
 * @param sample the first of them, a line each, without personal data
 * @param unseenSince since when it could not be looked at; null when it could
 * @param releasedAt when somebody let money leave nevertheless; null otherwise
 */
public record InvariantCheck(
        String claim,
        boolean money,
        @Nullable Instant checked,
        Duration took,
        @Nullable Instant brokenSince,
        int rows,
        String sample,
        @Nullable Instant unseenSince,
        @Nullable Instant releasedAt,
        @Nullable String releasedBecause) {

    private static final int WORDS_OF_A_KEY = 5;

    public boolean isBroken() {
        return brokenSince != null;
    }

    /** Whether it could not be looked at the last time. */
    public boolean isUnseen() {
        return unseenSince != null;
    }

    /** Whether this one holds money back. */
    public boolean holdsMoney() {
        return money && isBroken() && releasedAt == null;
    }

    /** The key under which the claim is said in another language: "invariant.I-L2.all-balances-together-are-zero". */
    public String key() {
        return keyOf(claim);
    }

    /** The same of any claim. */
    public static String keyOf(String claim) {
        var words =
                claim.substring(claim.indexOf(' ') + 1).toLowerCase(Locale.ROOT).split("[^a-z]+");
        var beginning = Arrays.stream(words).limit(WORDS_OF_A_KEY).collect(Collectors.joining("-"));
        return "invariant." + claim.substring(0, claim.indexOf(' ')) + "." + beginning;
    }

    /** "I-L2". */
    public String id() {
        return claim.substring(0, claim.indexOf(' '));
    }

    /** The claim in words. */
    public String sentence() {
        return claim.substring(claim.indexOf(' ') + 1);
    }
}

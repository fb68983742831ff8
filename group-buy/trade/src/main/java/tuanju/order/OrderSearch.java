package tuanju.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;

/**
 * Which orders an operator looks for.
 *
 * @param words an order's code, or the last four digits of a phone; empty for all
 * @param after the last order of the page before; null for the first page
 */
record OrderSearch(
        String words,
        @Nullable OrderStatus status,
        @Nullable OrderKind kind,
        @Nullable CommunityId community,
        @Nullable Code after) {

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    /** The condition that says all this; holds only parameter names. */
    String condition() {
        return "true" + (community == null ? "" : " and community_id = :community")
                + (status == null ? "" : " and status = :status")
                + (kind == null ? "" : " and kind = :kind")
                + byWords();
    }

    private String byWords() {
        if (words.isBlank()) {
            return "";
        }
        if (isLastFour()) {
            return " and right(masked_phone, 4) = :words";
        }
        return code() == null ? " and false" : " and code = :words";
    }

    String written() {
        var code = code();
        return code == null ? words.strip() : code.value();
    }

    private boolean isLastFour() {
        return FOUR_DIGITS.matcher(words.strip()).matches();
    }

    private @Nullable Code code() {
        try {
            return new Code(words.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

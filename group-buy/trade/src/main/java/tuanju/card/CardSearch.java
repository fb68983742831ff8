package tuanju.card;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * What is looked for among the things on offer in a community.
 *
 * @param leader only what this leader collects orders for; null for any. What belongs to the community is everybody's
 * @param words regular expressions of the database; what a thing is found by, in lower case, matches every one of them
 * @param after the last one of the page before; null for the first page
 */
public record CardSearch(
        CommunityId community,
        @Nullable MemberId leader,
        List<String> words,
        @Nullable Code after,
        int limit) {

    /** Before what is taken as it is written. */
    private static final String LITERALLY = "***=";

    public static CardSearch in(CommunityId community, int limit) {
        return new CardSearch(community, null, List.of(), null, limit);
    }

    public CardSearch ledBy(MemberId leading) {
        return new CardSearch(community, leading, words, after, limit);
    }

    /** What holds this as it is written, in whatever case; everything where it is empty. */
    public CardSearch holding(String wanted) {
        var literal = wanted.strip().toLowerCase(Locale.ROOT);
        return matching(literal.isEmpty() ? List.of() : List.of(LITERALLY + literal));
    }

    /** What matches all of these regular expressions, which nobody but the program wrote. */
    public CardSearch matching(List<String> expressions) {
        return new CardSearch(community, leader, expressions, after, limit);
    }

    /** As a statement compares: {@code … ~ all (:words)}. */
    public String[] expressions() {
        return words.toArray(String[]::new);
    }

    public CardSearch behind(@Nullable Code last) {
        return new CardSearch(community, leader, words, last, limit);
    }
}

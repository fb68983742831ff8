package tuanju.card;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * What is looked for among the things on offer in a community.
 *
 * @param leader only what this leader collects orders for; null for any. What belongs to the community is everybody's
 * @param words part of what it is found by; empty for all
 * @param after the last one of the page before; null for the first page
 */
public record CardSearch(
        CommunityId community,
        @Nullable MemberId leader,
        String words,
        @Nullable Code after,
        int limit) {

    public CardSearch {
        words = words.strip().toLowerCase(Locale.ROOT);
    }

    public static CardSearch in(CommunityId community, int limit) {
        return new CardSearch(community, null, "", null, limit);
    }

    public CardSearch ledBy(MemberId leading) {
        return new CardSearch(community, leading, words, after, limit);
    }

    public CardSearch holding(String wanted) {
        return new CardSearch(community, leader, wanted, after, limit);
    }

    public CardSearch behind(@Nullable Code last) {
        return new CardSearch(community, leader, words, last, limit);
    }
}

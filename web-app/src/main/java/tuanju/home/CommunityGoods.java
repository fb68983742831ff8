package tuanju.home;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Card;
import tuanju.card.CardRef.Kind;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.CommunityId;

/** What one's community is buying together right now: two queries a kind, one of what reviewers say. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class CommunityGoods {

    private static final int OFFERS = 24;
    private static final int CYCLES = 20;

    private final Showcase showcase;

    /**
     * A page of it.
     *
     * @param cycles those that take orders, only on the first page
     * @param offers newest first
     * @param next the last offer of this page; null on the last page
     */
    record Goods(
            List<Card> cycles, List<Card> offers, @Nullable Code next) {

        public boolean isEmpty() {
            return cycles.isEmpty() && offers.isEmpty();
        }
    }

    /**
     * What this viewer may see of it.
     *
     * @param words part of what it is found by; empty for all
     * @param after the last offer of the page before; null for the first page
     */
    public Goods of(Viewer viewer, CommunityId community, String words, @Nullable Code after) {
        var search = CardSearch.in(community, OFFERS).holding(words).behind(after);
        var offers = showcase.onOffer(Kind.OFFER, viewer, search);
        var next = offers.size() == OFFERS ? offers.getLast().ref().code() : null;
        return new Goods(after == null ? cycles(viewer, community, words) : List.of(), offers, next);
    }

    private List<Card> cycles(Viewer viewer, CommunityId community, String words) {
        return showcase.onOffer(
                Kind.CYCLE, viewer, CardSearch.in(community, CYCLES).holding(words));
    }
}

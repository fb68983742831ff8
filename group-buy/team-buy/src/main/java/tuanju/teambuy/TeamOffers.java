package tuanju.teambuy;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.Catalog;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Reads team offers, for everyone. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TeamOffers {

    private static final int LARGEST_PAGE = 50;

    private final OfferRows offers;
    private final TeamRows teams;
    private final Catalog catalog;
    private final Communities communities;

    /**
     * The offers of a community under which teams can be opened now and which this viewer may see, newest first.
     *
     * @param viewer null for who is not signed in
     * @param after the last offer of the page before; null for the first page
     * @param limit at most 50
     */
    public List<OfferCard> open(CommunityId community, @Nullable MemberId viewer, @Nullable Code after, int limit) {
        return offers.open(community, viewer, after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    /** Every offer of a community, newest first: for operators. */
    public List<OfferCard> all(CommunityId community) {
        return offers.all(community);
    }

    /** One offer in any status, for whoever may see all of them. Refuses with NotFound. */
    public OfferCard card(Code offer) {
        return offers.one(communities.of(offer).id(), offer).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** One offer in any status, as this viewer may see it; null for who is not signed in. Refuses with NotFound. */
    public OfferCard visible(Code offer, @Nullable MemberId viewer) {
        return offers.one(communities.of(offer).id(), offer, viewer).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The same with everything on its page. Refuses with NotFound. */
    public OfferPage page(Code code, @Nullable MemberId viewer) {
        var offer = visible(code, viewer);
        var product = catalog.product(offer.community(), offer.product());
        return new OfferPage(offer, product.description(), product.pictures(), teams.toJoin(offer.community(), code));
    }
}

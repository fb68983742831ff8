package tuanju.teambuy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;

/** Reads team offers, for everyone. */
@Component
public class TeamOffers {

    /**
     * The offers of a community under which teams can be opened now, newest first.
     *
     * @param after the last offer of the page before; null for the first page
     * @param limit at most 50
     */
    public List<OfferCard> open(CommunityId community, @Nullable Code after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Every offer of a community, newest first: for operators. */
    public List<OfferCard> all(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** One offer in any status. Refuses with NotFound. */
    public OfferCard card(Code offer) {
        throw new UnsupportedOperationException();
    }

    /** One offer in any status with everything on its page. Refuses with NotFound. */
    public OfferPage page(Code offer) {
        throw new UnsupportedOperationException();
    }
}

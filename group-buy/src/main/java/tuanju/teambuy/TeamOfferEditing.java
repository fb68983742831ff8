package tuanju.teambuy;

import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** An operator makes and changes team offers; open teams keep what they were opened with. Everything is audited. */
@Component
public class TeamOfferEditing {

    /** Makes an offer. Refuses with Invalid a price that is not below the price of buying alone, or an end before the start. */
    public Code create(CommunityId community, OfferForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Changes an offer for teams opened from now on; what it sells stays. Refuses like create, with OfferClosed when it has ended, NotFound. */
    public void edit(Code offer, OfferForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** No new teams for now. */
    public void pause(Code offer, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** New teams again. Refuses with OfferClosed when it has ended. */
    public void resume(Code offer, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** No new teams ever again; teams that are open keep their full time. */
    public void end(Code offer, MemberId by) {
        throw new UnsupportedOperationException();
    }
}

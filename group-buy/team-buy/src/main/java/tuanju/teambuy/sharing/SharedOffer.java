package tuanju.teambuy.sharing;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;
import tuanju.teambuy.TeamOffers;

/** Links lead to team offers. */
@Component
@RequiredArgsConstructor
class SharedOffer implements SharedPage {

    static final String KIND = "offer";

    private final TeamOffers offers;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String above() {
        return "/o/";
    }

    @Override
    public void find(Code code, MemberId viewer) {
        offers.visible(code, viewer);
    }
}

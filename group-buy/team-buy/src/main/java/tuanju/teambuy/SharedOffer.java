package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.SharedPage;

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
    public void find(Code code) {
        offers.card(code);
    }
}

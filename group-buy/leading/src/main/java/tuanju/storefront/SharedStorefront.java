package tuanju.storefront;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;

/** Links lead to storefronts; whatever is bought in that community then came by them. */
@Component
@RequiredArgsConstructor
class SharedStorefront implements SharedPage {

    static final String KIND = "storefront";

    private final Storefronts storefronts;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String above() {
        return "/l/";
    }

    @Override
    public void find(Code code, MemberId viewer) {
        storefronts.byCode(code);
    }
}

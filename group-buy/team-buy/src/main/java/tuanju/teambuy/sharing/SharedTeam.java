package tuanju.teambuy.sharing;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;
import tuanju.teambuy.Teams;

/** Links lead to teams. */
@Component
@RequiredArgsConstructor
class SharedTeam implements SharedPage {

    static final String KIND = "team";

    private final Teams teams;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String above() {
        return "/t/";
    }

    @Override
    public void find(Code code, MemberId viewer) {
        teams.visible(code, viewer);
    }
}

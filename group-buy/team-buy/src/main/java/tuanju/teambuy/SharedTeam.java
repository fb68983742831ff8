package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.SharedPage;

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
    public void find(Code code) {
        teams.card(code);
    }
}

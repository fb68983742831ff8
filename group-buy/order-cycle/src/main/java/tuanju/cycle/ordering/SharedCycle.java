package tuanju.cycle.ordering;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;

/** Links lead to cycles, but to no drafts. */
@Component
@RequiredArgsConstructor
class SharedCycle implements SharedPage {

    static final String KIND = "cycle";

    private final OrderCycles cycles;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String above() {
        return "/c/";
    }

    @Override
    public void find(Code code, MemberId viewer) {
        cycles.visible(code, viewer);
    }
}

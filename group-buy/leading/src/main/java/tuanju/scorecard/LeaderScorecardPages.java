package tuanju.scorecard;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.scorecard.ScorecardPages.Sheet;

/** One leader's numbers as operators see them. */
@Controller
@RequiredArgsConstructor
class LeaderScorecardPages {

    private final Scorecards scorecards;
    private final LeaderAnswers answers;
    private final Leaders leaders;
    private final Communities communities;
    private final Members members;

    @GetMapping("/operate/leaders/{community}/{member}/scorecard")
    String scorecard(@PathVariable UUID community, @PathVariable UUID member, Model model) {
        var id = new CommunityId(community);
        var leader = new MemberId(member);
        if (!leaders.leads(leader, id)) {
            throw new NotFound();
        }
        var sheet = new Sheet(
                communities.get(id),
                members.card(leader),
                scorecards.of(id, leader),
                answers.of(id, leader).orElse(""));
        model.addAttribute("sheet", sheet);
        model.addAttribute("active", "leaders");
        return "scorecard/leader";
    }
}

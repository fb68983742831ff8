package tuanju.scorecard;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** A leader's numbers: for themselves, who may answer, and for operators. */
@Controller
@RequiredArgsConstructor
class ScorecardPages {

    private final Scorecards scorecards;
    private final LeaderAnswers answers;
    private final Leaders leaders;
    private final Communities communities;
    private final Members members;

    /** One community's numbers, and what their leader says to them. */
    record Sheet(CommunityCard community, MemberCard leader, Scorecard card, String answer) {}

    @GetMapping("/lead/scorecard")
    String own(@AuthenticationPrincipal SignedIn me, Model model) {
        var led = leaders.communitiesLedBy(me.member());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute(
                "sheets",
                led.stream().map(community -> sheet(community, me.member())).toList());
        model.addAttribute("longest", LeaderAnswers.LONGEST);
        model.addAttribute("active", "today");
        return "scorecard/own";
    }

    @PostMapping("/lead/scorecard/{community}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes redirect) {
        answers.write(
                me.member(),
                communities.find(community).orElseThrow(NotFound::new).id(),
                answer);
        redirect.addFlashAttribute("flashOk", "scorecard.answered");
        return "redirect:/lead/scorecard";
    }

    private Sheet sheet(CommunityCard community, MemberId leader) {
        return new Sheet(
                community,
                members.card(leader),
                scorecards.of(community.id(), leader),
                answers.of(community.id(), leader).orElse(""));
    }
}

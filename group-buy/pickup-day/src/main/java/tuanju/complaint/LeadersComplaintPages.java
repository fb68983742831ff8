package tuanju.complaint;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.complaint.ComplaintDeskPages.Answer;
import tuanju.member.SignedIn;

/** For leaders: what their buyers report, to give back within the allowance or to leave to the operator. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/complaints")
class LeadersComplaintPages {

    static final int MOST = 60;

    private final ComplaintLists lists;
    private final LeadersAnswering answering;
    private final Leaders leaders;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String complaints(@AuthenticationPrincipal SignedIn me, Model model) {
        mustLead(me);
        var found = lists.ofLeader(me.member(), MOST);
        var first = lists.first(found);
        var all = ComplaintLists.ordered(found, first);
        model.addAttribute("first", first);
        model.addAttribute(
                "waiting", all.stream().filter(it -> it.turn().withLeader()).toList());
        model.addAttribute(
                "others", all.stream().filter(it -> !it.turn().withLeader()).toList());
        model.addAttribute("active", "today");
        return "complaint/led";
    }

    /** Which complaint. */
    record Place(UUID community, UUID id) {}

    @PostMapping("/{community}/{id}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            Answer answer,
            CommandKey key,
            RedirectAttributes flash) {
        mustLead(me);
        try {
            var said = commands.once(key, String.class, () -> answered(me, place, answer));
            flash.addFlashAttribute("flashOk", said.value());
        } catch (Refusal refusal) {
            if (refusal.getStatus() == 404) {
                throw refusal;
            }
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/lead/complaints";
    }

    private String answered(SignedIn me, Place place, Answer answer) {
        var community = new CommunityId(place.community());
        if ("pass".equals(answer.act())) {
            answering.passOn(community, place.id(), me.member(), said(answer.answer()));
            return "complaint.led.passed";
        }
        answering.give(community, place.id(), answer.decision(me));
        return "complaint.led.given";
    }

    private static String said(@Nullable String answer) {
        return answer == null ? "" : answer.strip();
    }

    private void mustLead(SignedIn me) {
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
    }
}

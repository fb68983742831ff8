package tuanju.commission;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;

/** Operators look at one order's commission, and decide about those that look like somebody's own purchase. */
@Controller
@RequiredArgsConstructor
class CommissionDeskPages {

    private final Commissions commissions;
    private final Reviewing reviewing;
    private final Members members;
    private final Communities communities;
    private final FormProblems problems;

    @GetMapping(CommissionsAsked.PATH + "/{community}/{order}")
    String one(@PathVariable UUID community, @PathVariable UUID order, Model model) {
        var home = communities.get(new CommunityId(community));
        var found = commissions.find(home.id(), order).orElseThrow(NotFound::new);
        model.addAttribute("active", "commissions");
        model.addAttribute("community", home);
        model.addAttribute("earned", commissions.dated(found));
        model.addAttribute("referrer", members.card(found.referrer()));
        return "commission/one";
    }

    /** Decided once; again says so, so that no key is needed. */
    @PostMapping(CommissionsAsked.PATH + "/{community}/{order}/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID order,
            @RequestParam boolean allowed,
            RedirectAttributes flash) {
        try {
            reviewing.decide(me.member(), new CommunityId(community), new OrderId(order), allowed);
            flash.addFlashAttribute("flashOk", "commission.review.done");
        } catch (Reviewing.DecidedAlready already) {
            flash.addFlashAttribute("flashError", problems.sentence(already));
        }
        return "redirect:" + CommissionsAsked.PATH + "/" + community + "/" + order;
    }
}

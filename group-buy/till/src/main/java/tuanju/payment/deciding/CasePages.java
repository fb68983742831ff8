package tuanju.payment.deciding;

import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.Invalid;
import tuanju.command.Problems;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;

/** Operators read one case of money that waits for a person, and write down what they did about it. */
@Controller
@RequestMapping("/operate/exceptions/{community}/{id}")
@RequiredArgsConstructor
class CasePages {

    private final CaseDesk desk;
    private final Problems problems;
    private final Communities communities;

    @GetMapping
    String one(@PathVariable UUID community, @PathVariable UUID id, Model model) {
        model.addAttribute("active", "exceptions");
        model.addAttribute("one", desk.one(new CommunityId(community), id));
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name())));
        return "payment/case";
    }

    @PostMapping("/settlement")
    String settle(
            @PathVariable UUID community,
            @PathVariable UUID id,
            @RequestParam String note,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        try {
            desk.settle(new CommunityId(community), id, note, me.member());
        } catch (Invalid refusal) {
            flash.addFlashAttribute(
                    "flashError", problems.of(refusal).errors().getFirst().message());
            return "redirect:/operate/exceptions/" + community + "/" + id;
        }
        flash.addFlashAttribute("flashOk", "payment.cases.settled");
        return "redirect:/operate/exceptions";
    }
}

package tuanju.cycle.steering;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;

/** Who may see a cycle, said by its leader on its page. Others find nothing here. */
@Controller
@RequiredArgsConstructor
class CycleVisibilityPages {

    private final OrderCycles cycles;
    private final CycleVisibility visibility;
    private final FormProblems problems;

    @PostMapping("/lead/cycles/{code}/visibility")
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(name = "visibility") String wanted,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            visibility.set(me.member(), cycle, Visibility.of(wanted));
            flash.addFlashAttribute("flashOk", "cycle.visibility.set");
        } catch (Invalid unknown) {
            flash.addFlashAttribute("flashError", problems.sentence(unknown));
        }
        return "redirect:/lead/cycles/" + code;
    }
}

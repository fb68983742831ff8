package tuanju.link;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** A buyer removes from their order the link they came by. */
@Controller
@RequiredArgsConstructor
class AttributionPages {

    private final Attributions attributions;
    private final FormProblems problems;

    @PostMapping("/orders/{code}/attribution/removal")
    String remove(@PathVariable Code code, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        try {
            attributions.remove(me.member(), code);
            flash.addFlashAttribute("flashOk", "link.removed");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/orders/" + code;
    }
}

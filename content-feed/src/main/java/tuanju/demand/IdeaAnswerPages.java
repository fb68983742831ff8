package tuanju.demand;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** On the page of an idea its leader says what becomes of it, and that another says the same. */
@Controller
@RequiredArgsConstructor
class IdeaAnswerPages {

    private final IdeaAnswers answers;
    private final Ideas ideas;
    private final FormProblems problems;

    @PostMapping("/lead/ideas/{code}/status")
    String become(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            answers.become(me.member(), code, status, reason);
            flash.addFlashAttribute("flashOk", "demand.answered");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            flash.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/ideas/" + code;
    }

    /** What breaks the law or the house's rules, by operators. */
    @PostMapping("/operate/ideas/{code}/hiding")
    String hide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            ideas.hide(me.member(), code, reason);
            flash.addFlashAttribute("flashOk", "demand.hidden");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/ideas/" + code;
    }

    @PostMapping("/lead/ideas/{code}/merging")
    String merge(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String into,
            RedirectAttributes flash) {
        try {
            answers.merge(me.member(), code, into.substring(into.lastIndexOf('/') + 1));
            flash.addFlashAttribute("flashOk", "demand.merged");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/ideas/" + code;
    }
}

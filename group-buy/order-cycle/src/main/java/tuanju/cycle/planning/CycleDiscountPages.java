package tuanju.cycle.planning;

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
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A leader says what they give off the orders of a cycle, while it takes any; two empty fields end it. */
@Controller
@RequiredArgsConstructor
class CycleDiscountPages {

    private final OrderCycles cycles;
    private final CycleDiscounts discounts;
    private final FormProblems problems;

    @PostMapping("/lead/cycles/{code}/discount")
    String set(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String off,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            var wanted = CycleFormDiscount.read(from, off);
            discounts.set(me.member(), cycle, wanted);
            flash.addFlashAttribute("flashOk", wanted == null ? "cycle.discount.ended" : "cycle.discount.set");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/lead/cycles/" + code;
    }
}

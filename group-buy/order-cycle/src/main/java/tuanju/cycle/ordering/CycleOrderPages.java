package tuanju.cycle.ordering;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.CyclePoints;
import tuanju.member.SignedIn;

/** What buyers change of an order they have in a cycle, on the cycle's page. */
@Controller
@RequestMapping("/c/{code}/orders/{order}")
@RequiredArgsConstructor
class CycleOrderPages {

    private final CycleChanging changing;
    private final MovingOrders moving;
    private final Commands commands;
    private final FormProblems problems;

    /** Fewer pieces of an order, or none: the difference goes back. */
    @PostMapping("/changes")
    String change(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestParam @FormFields("keep-*") Map<String, String> form,
            CommandKey key,
            RedirectAttributes flash) {
        if (me == null) {
            return "redirect:/sign-in?next=/c/" + code;
        }
        var keep = new CycleBasket(form).numbers("keep-");
        commands.once(key.about(keep), String.class, () -> {
            changing.keep(me.member(), code, order, keep);
            return "kept";
        });
        flash.addFlashAttribute("flashOk", "cycle.mine.changed");
        return "redirect:/c/" + code;
    }

    /** An order is collected at another point of the cycle. */
    @PostMapping("/point")
    String move(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestParam(required = false) @Nullable UUID point,
            RedirectAttributes flash) {
        if (me == null) {
            return "redirect:/sign-in?next=/c/" + code;
        }
        try {
            moving.ownToPoint(me.member(), code, order, Objects.requireNonNullElse(point, CyclePoints.NOWHERE));
            flash.addFlashAttribute("flashOk", "cycle.mine.moved");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/c/" + code;
    }
}

package tuanju.cycle.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import tuanju.cycle.OrderCycles;
import tuanju.link.Touch;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;
import tuanju.order.paying.PaymentStart;

/** What buyers change of an order they have in a cycle, on the cycle's page. */
@Controller
@RequestMapping("/c/{code}/orders/{order}")
@RequiredArgsConstructor
class CycleOrderPages {

    private final OrderCycles cycles;
    private final CycleDifferences differences;
    private final CycleSaving saving;
    private final PaymentStart payment;
    private final OrderPace pace;
    private final MovingOrders moving;
    private final Commands commands;
    private final FormProblems problems;

    /** What a change would come to, while one still chooses. */
    @GetMapping("/difference")
    String difference(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestParam Map<String, String> chosen,
            Model model) {
        if (me == null) {
            return "redirect:/sign-in?next=/c/" + code;
        }
        var cycle = cycles.visible(code, me.member());
        var wanted = new CycleBasket(chosen).kept();
        model.addAttribute("difference", differences.of(me.member(), cycle, order, wanted));
        return "cycle/_difference :: difference(difference=${difference})";
    }

    /** More or fewer pieces of an order, or none. Who was not told the difference is told it first. */
    @PostMapping("/changes")
    String change(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @RequestParam @FormFields({"keep-*", "agreed"}) Map<String, String> form,
            CommandKey key,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (me == null) {
            return "redirect:/sign-in?next=/c/" + code;
        }
        var basket = new CycleBasket(form);
        var wish = new CycleSaving.Wish(code, order, basket.kept(), basket.field("agreed"), Touch.in(request, code));
        try {
            var saved = commands.once(
                            key.about(wish), pace.ofOneBuyer(), String.class, () -> saving.save(me.member(), wish))
                    .value();
            if (saved.equals(CycleSaving.NOT_SAID)) {
                return "redirect:" + basket.changing(code, order);
            }
            flash.addFlashAttribute("flashOk", "cycle.mine.changed");
            return saved.isEmpty() ? "redirect:/c/" + code : payment.redirect(me.member(), new Code(saved), null);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:" + basket.changing(code, order);
        }
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

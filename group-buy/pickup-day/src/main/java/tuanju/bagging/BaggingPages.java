package tuanju.bagging;

import java.util.UUID;
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
import tuanju.bagging.Bagging.Place;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TypedDoor;
import tuanju.member.SignedIn;

/** One order of a leader's cycle: where it is collected, which door it is packed for, with whom it shares a bag. */
@Controller
@RequestMapping("/lead/cycles/{code}/orders/{order}")
@RequiredArgsConstructor
class BaggingPages {

    private final OrderCycles cycles;
    private final LookingAtBags looking;
    private final Bagging bagging;
    private final FormProblems problems;

    /** An order of a cycle, by their codes. */
    record At(Code code, Code order) {

        Place of(SignedIn me) {
            return new Place(me.member(), code, order);
        }

        String page() {
            return "redirect:/lead/cycles/" + code + "/orders/" + order;
        }
    }

    @GetMapping
    String order(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code order, Model model) {
        var view = looking.look(new Place(me.member(), code, order));
        model.addAttribute("cycle", cycles.ledBy(me.member(), code));
        model.addAttribute("view", view);
        model.addAttribute("active", "cycles");
        return "bagging/order";
    }

    @PostMapping("/point")
    String toPoint(
            @AuthenticationPrincipal SignedIn me,
            At at,
            @RequestParam UUID point,
            @RequestParam(defaultValue = "false") boolean wholeBag,
            RedirectAttributes flash) {
        return act(at, flash, "bagging.moved", () -> bagging.toPoint(at.of(me), point, wholeBag));
    }

    @PostMapping("/door")
    String toDoor(@AuthenticationPrincipal SignedIn me, At at, TypedDoor door, RedirectAttributes flash) {
        return act(at, flash, "bagging.door.done", () -> bagging.toDoor(at.of(me), door.door()));
    }

    @PostMapping("/bag")
    String together(@AuthenticationPrincipal SignedIn me, At at, @RequestParam Code with, RedirectAttributes flash) {
        return act(at, flash, "bagging.together.done", () -> bagging.together(at.of(me), with));
    }

    @PostMapping("/door/undo")
    String undo(@AuthenticationPrincipal SignedIn me, At at, RedirectAttributes flash) {
        return act(at, flash, "bagging.undone", () -> bagging.undo(at.of(me)));
    }

    private String act(At at, RedirectAttributes flash, String done, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", done);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return at.page();
    }
}

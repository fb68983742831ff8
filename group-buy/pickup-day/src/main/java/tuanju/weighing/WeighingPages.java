package tuanju.weighing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Where a leader types what the scale says, and pays the differences back. */
@Controller
@RequestMapping("/lead/cycles/{code}/weights")
@RequiredArgsConstructor
class WeighingPages {

    private final OrderCycles cycles;
    private final Weighing weighing;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String lines(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        return page(cycles.ledBy(me.member(), code), Map.of(), model);
    }

    /** Notes what was typed; what cannot be a weight comes back with a word beside it, the others are noted. */
    @PostMapping
    String weigh(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam @FormFields({"grams-*", "sure-*"}) Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        var form = new WeightForm(typed);
        var errors = new HashMap<String, String>();
        var asked = new HashSet<String>();
        for (var line : weighing.lines(cycle)) {
            var key = new WeighedRows.Key(line.order().value(), line.product());
            try {
                form.grams(line).ifPresent(grams -> weighing.weigh(me.member(), cycle, key, grams, form.isSure(line)));
            } catch (Invalid | HeavierThanSold refusal) {
                errors.put(WeightForm.field(line), problems.sentence(refusal));
                response.setStatus(refusal.getStatus());
                if (refusal instanceof HeavierThanSold) {
                    asked.add(WeightForm.field(line));
                }
            }
        }
        if (!errors.isEmpty()) {
            model.addAttribute("errors", errors);
            model.addAttribute("asked", asked);
            return page(cycle, typed, model);
        }
        flash.addFlashAttribute("flashOk", "weighing.saved");
        return "redirect:/lead/cycles/" + code + "/weights";
    }

    @PostMapping("/settlement")
    String settle(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key, RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        commands.once(key, Integer.class, () -> weighing.settle(me.member(), cycle));
        flash.addFlashAttribute("flashOk", "weighing.settled");
        return "redirect:/lead/cycles/" + code + "/weights";
    }

    /** How far paying back has come, while one looks. */
    @GetMapping("/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("view", WeighingView.of(cycle, weighing.lines(cycle)));
        return "weighing/_progress :: progress(view=${view})";
    }

    private String page(CycleCard cycle, Map<String, String> typed, Model model) {
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("typed", typed);
        model.addAttribute("view", WeighingView.of(cycle, weighing.lines(cycle)));
        model.addAttribute("commandKey", UUID.randomUUID());
        return "weighing/weights";
    }
}

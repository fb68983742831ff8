package tuanju.receiving;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import tuanju.command.FormProblems;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.aftersale.OwedByHand;
import tuanju.receiving.ShortageConfirming.Yes;

/** Where a leader sees who would get what of goods that came short, and says yes to it once. */
@Controller
@RequestMapping("/lead/cycles/{code}/shortage")
@RequiredArgsConstructor
class ShortagePages {

    private final OrderCycles cycles;
    private final ShortagePlanning planning;
    private final ShortageConfirming confirming;
    private final ShortageRows rows;
    private final OwedByHand owedByHand;
    private final HouseholdsInNeed needs;
    private final ShortageWords words;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String preview(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "EQUAL_SHARE") SharePolicy policy,
            Model model,
            Locale locale) {
        var cycle = cycles.ledBy(me.member(), code);
        var plan = planning.plan(cycle, policy, needs(cycle, policy));
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("plan", plan);
        model.addAttribute("view", ShortageView.of(plan, words, locale));
        model.addAttribute("policies", List.of(SharePolicy.values()));
        model.addAttribute("rounds", rows.rounds(cycle));
        var owed = owedByHand.forShortage(cycle.community(), cycle.id());
        model.addAttribute("owed", owed);
        model.addAttribute("owedText", words.of(owed, locale));
        model.addAttribute("commandKey", UUID.randomUUID());
        model.addAttribute("hasAction", !plan.isEmpty());
        return "receiving/shortage";
    }

    /** How far the last giving-out has come, while one looks. */
    @GetMapping("/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        model.addAttribute("rounds", rows.rounds(cycles.ledBy(me.member(), code)));
        return "receiving/_rounds :: rounds(rounds=${rounds})";
    }

    /** Ticks the households that are in need, by an order of theirs. */
    @PostMapping("/needs")
    String tick(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Set<UUID> order) {
        var cycle = cycles.ledBy(me.member(), code);
        var ticked = order == null ? Set.<UUID>of() : order;
        needs.tick(cycle, ticked.stream().map(OrderId::new).toList());
        return "redirect:/lead/cycles/" + code + "/shortage?policy=" + SharePolicy.BY_NEED;
    }

    @PostMapping
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam @Nullable SharePolicy policy,
            @RequestParam(defaultValue = "") String plan,
            CommandKey key,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        var chosen = policy == null ? SharePolicy.EQUAL_SHARE : policy;
        try {
            commands.once(
                    key,
                    UUID.class,
                    () -> confirming.confirm(me.member(), cycle, new Yes(chosen, needs(cycle, chosen), plan)));
            flash.addFlashAttribute("flashOk", "receiving.shortage.confirmed");
        } catch (CannotReceive changed) {
            flash.addFlashAttribute("flashError", problems.sentence(changed));
            return "redirect:/lead/cycles/" + code + "/shortage?policy=" + chosen;
        }
        return "redirect:/lead/cycles/" + code + "/shortage";
    }

    private Set<OrderId> needs(CycleCard cycle, SharePolicy policy) {
        return policy == SharePolicy.BY_NEED ? needs.of(cycle) : Set.of();
    }
}

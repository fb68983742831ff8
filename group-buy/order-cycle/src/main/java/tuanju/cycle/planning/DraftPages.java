package tuanju.cycle.planning;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A leader goes on with a draft: changes it, opens it or throws it away. */
@Controller
@RequestMapping("/lead/cycles/{code}/draft")
@RequiredArgsConstructor
class DraftPages {

    private final OrderCycles cycles;
    private final CycleDrafts drafts;
    private final CycleViews views;
    private final Communities communities;
    private final CycleFormPage pages;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String draft(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        if (cycle.status() != CycleStatus.DRAFT) {
            return "redirect:/lead/cycles/" + code;
        }
        var here = communities.get(cycle.community());
        var form = CycleForm.opening(views.asDrafted(cycle), here);
        return page(me, cycle, pages.whole(form, here), model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @ModelAttribute CycleForm typed,
            @RequestParam(defaultValue = "OPEN") CycleForm.As as,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var cycle = cycles.ledBy(me.member(), code);
        var here = communities.get(cycle.community());
        var form = pages.whole(typed, here);
        if (as == CycleForm.As.MORE) {
            model.addAttribute("draft", code.value());
            return pages.more(me.member(), here, form, model);
        }
        try {
            commands.once(key.about(form + " " + as), String.class, () -> save(me, cycle, form, as));
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, cycle, form, model);
        }
        redirect.addFlashAttribute("flashOk", views.saidOf(cycles.byCode(code)));
        return "redirect:/lead/cycles/" + code;
    }

    private String save(SignedIn me, CycleCard cycle, CycleForm form, CycleForm.As as) {
        drafts.rewrite(cycle, pages.plan(me.member(), communities.get(cycle.community()), form));
        if (as == CycleForm.As.OPEN) {
            drafts.open(me.member(), cycle);
        }
        return cycle.code().value();
    }

    private String page(SignedIn me, CycleCard cycle, CycleForm form, Model model) {
        model.addAttribute("draft", cycle.code().value());
        return pages.show(me.member(), communities.get(cycle.community()), form, model);
    }
}

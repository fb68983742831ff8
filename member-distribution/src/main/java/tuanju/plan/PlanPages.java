package tuanju.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.coupon.CouponGiving;
import tuanju.member.SignedIn;
import tuanju.page.KeysetPage;
import tuanju.plan.PlanFigures.Figures;
import tuanju.plan.Plans.Maker;
import tuanju.referral.AgainstTheLaw;

/** Leaders and operators make plans, see beforehand what one is worth, what it brought, and end it. */
@Controller
@RequiredArgsConstructor
class PlanPages {

    private static final int PAGE = 20;

    private final Plans plans;
    private final PlanDoors doors;
    private final PlanFigures figures;
    private final CouponGiving gifts;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    /** One as a page shows it. */
    record View(String community, Plan plan, Figures figures) {}

    @GetMapping(PlanDoors.LEADERS)
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            ServletWebRequest request,
            Model model) {
        var maker = maker(me, request, model);
        var page = KeysetPage.of(plans.page(maker.member(), after, PAGE + 1), PAGE, "", after, Plan::id);
        model.addAttribute("plans", page.shown().stream().map(this::view).toList());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        return "plan/plans";
    }

    /** With what was typed so far, and what that would be. */
    @GetMapping({PlanDoors.LEADERS + "/new", PlanDoors.OPERATORS + "/new"})
    String form(
            @AuthenticationPrincipal SignedIn me,
            PlanForm form,
            ServletWebRequest request,
            HttpServletResponse response,
            Model model) {
        var maker = maker(me, request, model);
        if (form.isBegun()) {
            try {
                var home = doors.community(maker, form);
                model.addAttribute("preview", plans.preview(maker, home.id(), form.draft()));
            } catch (Invalid refusal) {
                problems.show(PlanForm.beside(refusal), model, response);
            } catch (AgainstTheLaw refusal) {
                problems.show(refusal, model, response);
            }
        }
        return show(maker, form, model);
    }

    @PostMapping({PlanDoors.LEADERS, PlanDoors.OPERATORS})
    String make(
            @AuthenticationPrincipal SignedIn me,
            PlanForm form,
            CommandKey key,
            ServletWebRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var maker = maker(me, request, model);
        try {
            var home = doors.community(maker, form);
            var code = commands.once(
                    key,
                    Code.class,
                    () -> plans.make(maker, home.id(), form.draft()).code());
            flash.addFlashAttribute("flashOk", "plan.made");
            return "redirect:" + PlanDoors.path(maker) + "/" + code.value();
        } catch (Invalid refusal) {
            problems.show(PlanForm.beside(refusal), model, response);
        } catch (AgainstTheLaw refusal) {
            problems.show(refusal, model, response);
        }
        return show(maker, form, model);
    }

    @GetMapping({PlanDoors.LEADERS + "/{code}", PlanDoors.OPERATORS + "/{code}"})
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, ServletWebRequest request, Model model) {
        var maker = maker(me, request, model);
        var plan = plans.own(maker, code);
        model.addAttribute("view", view(plan));
        model.addAttribute("coupon", plans.couponOf(plan.community(), plan.terms()));
        return "plan/made";
    }

    /** Nobody takes it any more; twice is once, so that it needs no key. */
    @PostMapping({PlanDoors.LEADERS + "/{code}/end", PlanDoors.OPERATORS + "/{code}/end"})
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            ServletWebRequest request,
            Model model,
            RedirectAttributes flash) {
        var maker = maker(me, request, model);
        plans.end(maker, code);
        flash.addFlashAttribute("flashOk", "plan.closed");
        return "redirect:" + PlanDoors.path(maker) + "/" + code;
    }

    private String show(Maker maker, PlanForm form, Model model) {
        var mine = doors.communities(maker);
        var chosen = mine.stream()
                .filter(it -> it.shortCode().equals(form.community()))
                .findFirst()
                .or(() -> mine.stream().findFirst());
        model.addAttribute("form", form);
        model.addAttribute("communities", mine);
        model.addAttribute(
                "campaigns",
                chosen.map(it -> gifts.monthly(it.id(), maker.leader())).orElse(List.of()));
        return "plan/new";
    }

    private View view(Plan plan) {
        return new View(communities.get(plan.community()).name(), plan, figures.of(plan));
    }

    private Maker maker(SignedIn me, ServletWebRequest request, Model model) {
        var maker = doors.of(me, request);
        model.addAttribute("here", PlanDoors.path(maker));
        model.addAttribute("layout", maker.operator() ? "page/_operator" : "page/_leader");
        model.addAttribute("active", maker.operator() ? "plans" : "me");
        return maker;
    }
}

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
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A leader opens a cycle; what is refused comes back with everything that was typed. */
@Controller
@RequestMapping("/lead/cycles")
@RequiredArgsConstructor
class NewCyclePages {

    private final OrderCycles cycles;
    private final CycleOpening opening;
    private final Communities communities;
    private final Leaders leaders;
    private final CycleFormPage pages;
    private final CycleViews views;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping("/new")
    String blank(@AuthenticationPrincipal SignedIn me, Model model, @RequestParam(defaultValue = "") String community) {
        var here = community(me, community);
        return pages.show(me.member(), here, CycleForm.beginning(pages.now(), here), model);
    }

    /** The same once more, a week on, to look at before it opens (再开一期). */
    @GetMapping("/{code}/next")
    String next(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        var here = communities.get(cycle.community());
        var plan = NextRound.of(views.asPlanned(cycle), here.zone(), pages.now());
        model.addAttribute("previous", code.value());
        return pages.show(me.member(), here, CycleForm.of(plan, here), model);
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute CycleForm typed,
            CommandKey key,
            @RequestParam(defaultValue = "") String previous,
            @RequestParam(defaultValue = "OPEN") CycleForm.As as,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var here = community(me, CycleForm.text(typed.community()));
        var form = pages.whole(typed, here);
        model.addAttribute("previous", previous);
        if (as == CycleForm.As.MORE) {
            return pages.more(me.member(), here, form, model);
        }
        try {
            var opened =
                    commands.once(key.about(form + " " + as), String.class, () -> make(me, here, form, previous, as));
            redirect.addFlashAttribute("flashOk", views.saidOf(cycles.byCode(Code.read(opened.value()))));
            return "redirect:/lead/cycles/" + opened.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return pages.show(me.member(), here, form, model);
        }
    }

    private String make(SignedIn me, CommunityCard here, CycleForm form, String previous, CycleForm.As as) {
        var plan = pages.plan(me.member(), here, form);
        var before = previous.isEmpty() ? null : cycles.ledBy(me.member(), Code.read(previous));
        var made = as == CycleForm.As.DRAFT
                ? opening.draft(me.member(), here.id(), plan, before)
                : opening.open(me.member(), here.id(), plan, before);
        return made.code().value();
    }

    /** The community with this short code, else the first one this member leads; nobody else sees this page. */
    private CommunityCard community(SignedIn me, String shortCode) {
        var led = leaders.communitiesLedBy(me.member());
        return led.stream()
                .filter(each -> each.shortCode().equals(shortCode))
                .findFirst()
                .or(() -> led.stream().findFirst())
                .orElseThrow(NotFound::new);
    }
}

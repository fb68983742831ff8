package tuanju.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;

/** A leader opens a cycle; what is refused comes back with everything that was typed. */
@Controller
@RequestMapping("/lead/cycles")
@RequiredArgsConstructor
class NewCyclePages {

    private final OrderCycles cycles;
    private final CycleOpening opening;
    private final Communities communities;
    private final Catalog catalog;
    private final Leaders leaders;
    private final OwnPoints points;
    private final CycleViews views;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    @GetMapping("/new")
    String blank(@AuthenticationPrincipal SignedIn me, Model model, @RequestParam(defaultValue = "") String community) {
        var here = community(me, community);
        return page(me, here, CycleForm.beginning(clock.instant(), here), model);
    }

    /** The same once more, a week on, to look at before it opens (再开一期). */
    @GetMapping("/{code}/next")
    String next(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        var here = communities.get(cycle.community());
        var plan = NextRound.of(views.asPlanned(cycle), here.zone(), clock.instant());
        model.addAttribute("previous", code.value());
        return page(me, here, CycleForm.of(plan, here), model);
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute CycleForm typed,
            CommandKey key,
            @RequestParam(defaultValue = "") String previous,
            Model model,
            HttpServletResponse response) {
        var here = community(me, CycleForm.text(typed.community()));
        var form = typed.over(catalog.onSale(here.id()));
        try {
            var opened = commands.once(key.about(form), String.class, () -> open(me, here, form, previous));
            return "redirect:/lead/cycles/" + opened.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("previous", previous);
            return page(me, here, form, model);
        }
    }

    private String page(SignedIn me, CommunityCard here, CycleForm form, Model model) {
        var skus = catalog.onSale(here.id());
        model.addAttribute("active", "cycles");
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("community", here);
        model.addAttribute("skus", skus);
        var own = points.of(me.member(), here.id());
        model.addAttribute("points", own);
        model.addAttribute("form", form.over(skus).at(own));
        return "cycle/new";
    }

    private String open(SignedIn me, CommunityCard here, CycleForm form, String previous) {
        var own = points.of(me.member(), here.id());
        var catalogue = catalog.onSale(here.id()).stream().collect(Collectors.toMap(SkuCard::sku, Function.identity()));
        var plan = form.plan(clock.instant(), here.zone(), own, catalogue);
        var before = previous.isEmpty() ? null : cycles.ledBy(me.member(), Code.read(previous));
        return opening.open(me.member(), here.id(), plan, before).code().value();
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

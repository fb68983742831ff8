package tuanju.cycle.editing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
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
import tuanju.catalog.Catalog;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.member.SignedIn;

/** Where a leader changes a cycle that is open: looks first at whom it touches and what it costs, then says yes. */
@Controller
@RequestMapping("/lead/cycles/{code}/edition")
@RequiredArgsConstructor
class EditPages {

    private final OrderCycles cycles;
    private final CycleEditing editing;
    private final CycleChanges changes;
    private final PickupPoints points;
    private final Catalog catalog;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        return page(cycles.ledBy(me.member(), code), Map.of(), model);
    }

    /** Shows what it would be, and makes it so once that was seen. */
    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam
                    @FormFields({
                        "edition",
                        "seen",
                        "title",
                        "introduction",
                        "cutOff",
                        "at-*",
                        "from-*",
                        "until-*",
                        "sku-*",
                        "name-*",
                        "spec-*",
                        "price-*",
                        "limit-*",
                        "case-*",
                        "about-*",
                        "sold-*"
                    })
                    Map<String, String> typed,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            var form = new EditForm(typed, communities.get(cycle.community()).zone());
            var wish = form.wish(editing.now(cycle), offered(cycle));
            if (wish.seen() == null) {
                var preview = editing.look(cycle, wish);
                model.addAttribute("preview", preview);
                model.addAttribute("changes", changes.of(preview.changes()));
                return page(cycle, typed, model);
            }
            commands.once(
                    key.about(wish),
                    String.class,
                    () -> editing.save(me.member(), cycle, wish).token());
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(cycle, typed, model);
        }
        flash.addFlashAttribute("flashOk", "cycle.edit.saved");
        return "redirect:/lead/cycles/" + code;
    }

    private String page(CycleCard cycle, Map<String, String> typed, Model model) {
        var here = communities.get(cycle.community());
        var now = editing.now(cycle);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("now", now);
        model.addAttribute("form", new EditForm(typed, here.zone()));
        model.addAttribute("offered", offered(cycle));
        model.addAttribute("at", Edition.byId(now.points()).keySet());
        model.addAttribute("skus", catalog.onSale(here.id()));
        model.addAttribute("commandKey", UUID.randomUUID());
        model.addAttribute("hasAction", true);
        return "cycle/edit";
    }

    /** Where it is collected, and where else it could be, at the main point's time. */
    private List<CyclePoint> offered(CycleCard cycle) {
        var at = editing.now(cycle).points();
        var all = new ArrayList<>(at);
        points.ledBy(cycle.community(), cycle.leader()).stream()
                .filter(it ->
                        it.open() && at.stream().noneMatch(had -> had.point().equals(it.id())))
                .forEach(it -> all.add(new CyclePoint(
                        PickupPlace.of(it), at.getFirst().from(), at.getFirst().until())));
        return all;
    }
}

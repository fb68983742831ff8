package tuanju.cycle.steering;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.cycle.CycleNotes;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.TodayNotes;
import tuanju.cycle.closing.CycleClosing;
import tuanju.cycle.closing.CycleExtending;
import tuanju.cycle.closing.CycleNotOver;
import tuanju.cycle.editing.CycleChanges;
import tuanju.cycle.importing.DoorQuestions;
import tuanju.cycle.ordering.BoughtPieces;
import tuanju.cycle.ordering.Looks;
import tuanju.cycle.planning.CycleViews;
import tuanju.deputy.Right;
import tuanju.link.PageLinks;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderTotals;
import tuanju.order.dues.Dues;

/** A leader's day: what closes, what arrives, what to hand over; and every cycle with its next step. */
@Controller
@RequestMapping("/lead")
@RequiredArgsConstructor
class LeaderPages {

    private final OrderCycles cycles;
    private final OwnCycles own;
    private final CycleClosing closing;
    private final FormProblems problems;
    private final CycleExtending extending;
    private final CycleViews views;
    private final StepSaid said;
    private final CycleHistory history;
    private final CycleChanges changes;
    private final CycleProducts products;
    private final BoughtPieces bought;
    private final CyclePoints points;
    private final PageLinks links;
    private final Looks looks;
    private final DoorQuestions questions;
    private final OrderBook orders;
    private final Clock clock;
    private final LeaderDay day;
    private final Leaders leaders;
    private final ObjectProvider<TodayNotes> news;
    private final ObjectProvider<CycleNotes> notes;

    @GetMapping
    String today(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!leaders.leadsAnywhere(me.member())) {
            return "redirect:/lead/helping";
        }
        var all = cycles.of(me.member());
        var counted = day.standings(all);
        model.addAttribute("active", "today");
        model.addAttribute("standings", counted);
        model.addAttribute(
                "news", news.stream().flatMap(it -> it.of(me.member()).stream()).toList());
        model.addAttribute("day", day.of(me.member(), all, counted));
        return "cycle/today";
    }

    @GetMapping("/cycles")
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        if (!leaders.leadsAnywhere(me.member())) {
            return "redirect:/lead/helping";
        }
        var page = own.shown(me.member(), q, after);
        model.addAttribute("active", "cycles");
        model.addAttribute("standings", day.standings(page.shown()));
        model.addAttribute("cycles", page);
        return "cycle/cycles";
    }

    @GetMapping("/cycles/{code}")
    String cycle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.helpedBy(me.member(), code, Right.ORDERS);
        var sheets = orders.expectedOf(cycle.community(), cycle.id());
        var byId = sheets.stream().collect(Collectors.toMap(sheet -> sheet.id().value(), Function.identity()));
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        boolean mine = cycle.leader().equals(me.member());
        model.addAttribute("own", mine);
        model.addAttribute("brought", mine ? links.to(cycle.community(), List.of(code), me.member()) : List.of());
        model.addAttribute("steps", CycleSteps.of(cycle, clock.instant()));
        var offered = products.of(cycle);
        model.addAttribute("products", offered);
        model.addAttribute("visibilities", Visibility.choices());
        model.addAttribute("bought", bought.of(cycle));
        boolean weighed = offered.stream().anyMatch(it -> it.terms().weight() != null);
        model.addAttribute("tools", CycleTool.ofStage(cycle.status(), weighed));
        model.addAttribute("more", CycleTool.besides(cycle.status(), weighed));
        model.addAttribute("points", points.of(cycle));
        model.addAttribute("changes", changes.of(cycle));
        model.addAttribute("byId", byId);
        model.addAttribute("totals", OrderTotals.of(sheets));
        model.addAttribute(
                "dues", Dues.sum(sheets.stream().map(OrderSheet::dues).toList()));
        model.addAttribute("view", views.of(cycle, null));
        model.addAttribute("history", history.of(cycle));
        model.addAttribute(
                "notes",
                notes.orderedStream().flatMap(each -> each.of(cycle).stream()).toList());
        var open = looks.open(cycle, byId.keySet());
        model.addAttribute("looks", open);
        model.addAttribute("questions", questions.besides(cycle, open.keySet()));
        return "cycle/cycle";
    }

    @PostMapping("/cycles/{code}/status")
    String move(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam CycleStatus status,
            @RequestParam(defaultValue = "false") boolean confirm,
            RedirectAttributes redirect) {
        var before = cycles.ledBy(me.member(), code);
        try {
            closing.move(me.member(), before, status, confirm);
        } catch (CycleNotOver open) {
            redirect.addFlashAttribute("flashError", problems.sentence(open));
            return "redirect:/lead/cycles/" + code + "?ending=true";
        }
        if (before.status() == CycleStatus.DRAFT) {
            redirect.addFlashAttribute("flashOk", views.saidOf(cycles.byCode(code)));
            return status == CycleStatus.OPEN ? "redirect:/lead/cycles/" + code : "redirect:/lead/cycles";
        }
        redirect.addFlashAttribute("flashOk", said.of(cycles.byCode(code), status));
        return status == CycleStatus.HANDING_OVER ? "redirect:/lead/desk" : "redirect:/lead/cycles/" + code;
    }

    /** One day more for a cycle that is short of its minimum; once. */
    @PostMapping("/cycles/{code}/extension")
    String extend(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes redirect) {
        extending.extend(me.member(), cycles.ledBy(me.member(), code));
        redirect.addFlashAttribute("flashOk", "cycle.extended");
        return "redirect:/lead/cycles/" + code;
    }
}

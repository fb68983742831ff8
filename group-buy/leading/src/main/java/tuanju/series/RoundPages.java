package tuanju.series;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
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
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleRounds;
import tuanju.member.SignedIn;

/** A leader keeps cycles to begin others from, and lets cycles come again by themselves. */
@Controller
@RequestMapping("/lead/rounds")
@RequiredArgsConstructor
class RoundPages {

    private final OrderCycles cycles;
    private final CycleRounds rounds;
    private final KeepingSeries series;
    private final Templates templates;
    private final Communities communities;
    private final Leaders leaders;
    private final FormProblems problems;
    private final Commands commands;

    /** A series with the round it stands at. */
    record Row(Series series, CycleCard latest) {}

    /** A template with the cycle it was kept from. */
    record Kept(Templates.Template template, CycleCard cycle) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        model.addAttribute(
                "series",
                series.of(me.member()).stream()
                        .map(it -> new Row(it, rounds.latest(it.community(), it.cycle())))
                        .toList());
        model.addAttribute(
                "templates",
                templates.of(me.member()).stream()
                        .map(it -> new Kept(it, rounds.byId(it.community(), it.cycle())))
                        .toList());
        model.addAttribute("active", "cycles");
        return "series/rounds";
    }

    @GetMapping("/{code}")
    String of(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        return page(cycles.ledBy(me.member(), code), model);
    }

    @PostMapping("/{code}/templates")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            templates.keep(me.member(), cycle, name);
            flash.addFlashAttribute("flashOk", "series.template.kept");
            return "redirect:/lead/rounds";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(cycle, model);
        }
    }

    /** When the next rounds begin, as typed. */
    record RhythmForm(int everyWeeks, int weekday, String at, boolean opens) {}

    @PostMapping("/{code}/series")
    String begin(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            RhythmForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            var rhythm = Rhythm.read(form.everyWeeks(), form.weekday(), form.at());
            commands.once(
                    key,
                    UUID.class,
                    () -> series.begin(me.member(), cycle, rhythm, form.opens()).id());
            flash.addFlashAttribute("flashOk", "series.begun");
            return "redirect:/lead/rounds";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(cycle, model);
        }
    }

    /** Pauses a series, goes on with it, or ends it. */
    @PostMapping("/series/{id}/{act:pause|resume|end}")
    String act(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable String act) {
        switch (act) {
            case "pause" -> series.pause(me.member(), id);
            case "resume" -> series.resume(me.member(), id);
            default -> series.end(me.member(), id);
        }
        return "redirect:/lead/rounds";
    }

    @PostMapping("/templates/{id}/removal")
    String drop(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        templates.drop(me.member(), id);
        return "redirect:/lead/rounds";
    }

    private String page(CycleCard cycle, Model model) {
        var zone = communities.get(cycle.community()).zone();
        model.addAttribute("cycle", cycle);
        model.addAttribute("weekday", cycle.opens().atZone(zone).getDayOfWeek().getValue());
        model.addAttribute("days", List.of(DayOfWeek.values()));
        model.addAttribute("active", "cycles");
        return "series/begin";
    }
}

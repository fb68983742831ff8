package tuanju.note.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Operators read what was reported, and decide about it with a reason. */
@Controller
@RequiredArgsConstructor
class ReportDeskPages {

    private final Reports reports;
    private final Members members;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping(ReportsAsked.PATH + "/{id}")
    String one(@PathVariable UUID id, Model model) {
        var report = reports.find(id);
        var people = members.cards(List.of(report.author(), report.reporter()));
        model.addAttribute("active", "reports");
        model.addAttribute("report", report);
        model.addAttribute("author", people.get(report.author()));
        model.addAttribute("reporter", people.get(report.reporter()));
        return "note/report";
    }

    /** What was decided already stays. */
    @PostMapping(ReportsAsked.PATH + "/{id}/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            commands.once(key, String.class, () -> {
                reports.decide(id, hides(decision), version, reason, me.member());
                return decision;
            });
            flash.addFlashAttribute("flashOk", "note.report.decided");
            return "redirect:" + ReportsAsked.PATH;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("typed", reason);
            return one(id, model);
        }
    }

    static boolean hides(String decision) {
        return switch (decision) {
            case "HIDDEN" -> true;
            case "KEPT" -> false;
            default -> throw new Invalid("decision", "one-of", "HIDDEN, KEPT");
        };
    }
}

package tuanju.note.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.audit.AuditTrail;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.note.report.ReportRows.Report;
import tuanju.table.Table;
import tuanju.table.TableFiles;

/** Operators read what was reported, and decide about it with a reason. */
@Controller
@RequiredArgsConstructor
class ReportDeskPages {

    private final ReportRows rows;
    private final Reports reports;
    private final ReportTable table;
    private final Members members;
    private final TableFiles files;
    private final AuditTrail audit;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping(ReportsAsked.PATH)
    String all(ReportsAsked asked, @RequestParam(defaultValue = "") List<String> columns, Model model) {
        model.addAttribute("active", "reports");
        model.addAttribute("table", readable(asked, columns, model));
        return "note/reports";
    }

    /** Who took which away is written to the audit trail. */
    @GetMapping(ReportsAsked.PATH + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String ending,
            ReportsAsked asked,
            @RequestParam(defaultValue = "") List<String> columns) {
        var shown = asked.look().showing(columns).shown(table.columns());
        var found = rows.page(asked.isOpenOnly(), null, TableFiles.MOST_ROWS);
        var file = files.file("tuanju-reports", ending, shown, found);
        audit.record(me.member().value(), "reports.exported", "table reports", found.size() + " rows");
        return file;
    }

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

    private Table<Report> readable(ReportsAsked asked, List<String> columns, Model model) {
        try {
            return shown(asked, columns);
        } catch (Invalid refusal) {
            model.addAttribute("problem", problems.sentence(refusal));
            return shown(new ReportsAsked(null, null, null, null), List.of());
        }
    }

    private Table<Report> shown(ReportsAsked asked, List<String> columns) {
        var found = rows.page(asked.isOpenOnly(), asked.behind(), ReportsAsked.PAGE + 1);
        var page = found.stream().limit(ReportsAsked.PAGE).toList();
        var next = found.size() > ReportsAsked.PAGE ? page.getLast().id().toString() : null;
        return table.of(
                asked.look().showing(columns), new Table.Rows<>(page, next, Map.of("about", ""), TableFiles.MOST_ROWS));
    }
}

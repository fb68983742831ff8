package tuanju.cycle.steering;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.audit.AuditTrail;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.table.Table;
import tuanju.table.TableFiles;

/** Operators look through the cycles of every community, and through the orders behind their numbers. */
@Controller
@RequiredArgsConstructor
class CycleDeskPages {

    private final CycleDesk desk;
    private final CycleTable table;
    private final Communities communities;
    private final TableFiles files;
    private final FormProblems problems;
    private final AuditTrail audit;

    @GetMapping(CyclesAsked.PATH)
    String cycles(CyclesAsked asked, @RequestParam(defaultValue = "") List<String> columns, Model model) {
        model.addAttribute("active", "cycles");
        model.addAttribute("table", readable(asked, columns, model));
        return "cycle/desk";
    }

    /** Who took which away is written to the audit trail. */
    @GetMapping(CyclesAsked.PATH + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String ending,
            CyclesAsked asked,
            @RequestParam(defaultValue = "") List<String> columns) {
        var shown = asked.look().showing(columns).shown(table.columns());
        var found = desk.all(asked.search(communities), asked.turn());
        var file = files.file("tuanju-cycles", ending, shown, found);
        audit.record(me.member().value(), "cycles.exported", "table cycles", found.size() + " rows");
        return file;
    }

    /** What cannot be looked for is said, above what is left of the question. */
    private Table<CycleDesk.Found> readable(CyclesAsked asked, List<String> columns, Model model) {
        try {
            return shown(asked, columns);
        } catch (Invalid refusal) {
            model.addAttribute("problem", problems.sentence(refusal));
            return shown(asked.legible(communities), List.of());
        }
    }

    private Table<CycleDesk.Found> shown(CyclesAsked asked, List<String> columns) {
        return table.of(
                asked.look().showing(columns), desk.find(asked.search(communities), asked.turn(), asked.addsUpAll()));
    }
}

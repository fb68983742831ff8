package tuanju.table;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;

/** An operator reads what is about to be done to many rows, does it, and reads what was done. */
@Controller
@RequestMapping("/operate/acts")
@RequiredArgsConstructor
class ActPages {

    private final ManyRows many;
    private final DoneRows done;
    private final Commands commands;
    private final FormProblems problems;

    /** Those that are ticked, or all that match. */
    @GetMapping
    String ask(
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String value,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("all", all);
        return confirm(new ManyRows.Wanted(table, act, query, row, "", value), all, model, response);
    }

    @PostMapping
    String act(
            Principal me,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") List<String> row,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String value,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        var wanted = new ManyRows.Wanted(table, act, query, row, reason, value);
        try {
            var kept = commands.once(key, UUID.class, () -> many.act(wanted, UUID.fromString(me.getName())));
            return "redirect:/operate/acts/" + kept.value();
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return confirm(wanted, false, model, response);
        }
    }

    @GetMapping("/{id}")
    String done(@PathVariable UUID id, Model model) {
        var found = done.find(id).orElseThrow(NotFound::new);
        show(found.table(), model);
        model.addAttribute("done", found);
        return "table/done";
    }

    /** The same page again where it is refused, with what was typed. */
    private String confirm(ManyRows.Wanted wanted, boolean all, Model model, HttpServletResponse response) {
        show(wanted.table(), model);
        model.addAttribute("wanted", wanted);
        try {
            model.addAttribute("asked", asked(wanted, all, model, response));
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            model.addAttribute("asked", null);
            if (!model.containsAttribute("errors")) {
                problems.show(refusal, model, response);
            }
            model.addAttribute("nothing", problems.sentence(refusal));
        }
        return "table/confirm";
    }

    /** Where only what it was told cannot be, it is asked for that again. */
    private ManyRows.Asked asked(ManyRows.Wanted wanted, boolean all, Model model, HttpServletResponse response) {
        try {
            return many.ask(wanted, all);
        } catch (Invalid refusal) {
            if (!refusal.getField().equals("value")) {
                throw refusal;
            }
            problems.show(refusal, model, response);
            return many.ask(wanted.without(), all);
        }
    }

    private void show(String table, Model model) {
        var sign = many.table(table).sign();
        model.addAttribute("active", sign.name());
        model.addAttribute("desk", sign);
    }
}

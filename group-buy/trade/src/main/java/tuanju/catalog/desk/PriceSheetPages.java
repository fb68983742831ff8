package tuanju.catalog.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.member.SignedIn;

/** An operator pastes prices and stock from a spreadsheet, reads what each line would do, and has it done. */
@Controller
@RequestMapping("/operate/variants/sheets")
@RequiredArgsConstructor
class PriceSheetPages {

    private final PriceSheet sheet;
    private final KeptSheets kept;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String ask(Model model) {
        return page("", model);
    }

    /** Changes nothing. */
    @PostMapping("/previews")
    String preview(@RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("read", sheet.read(text));
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
        }
        return page(text, model);
    }

    @PostMapping
    String apply(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<String> confirmed,
            CommandKey key,
            Model model,
            HttpServletResponse response) {
        try {
            var tokens = confirmed.stream().filter(it -> !it.isBlank()).collect(Collectors.toSet());
            if (tokens.isEmpty()) {
                throw new SheetWithoutChange();
            }
            var done = commands.once(
                    key, UUID.class, () -> kept.keep(sheet.apply(text, tokens, me.member()), me.member()));
            return "redirect:/operate/acts/" + done.value();
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(text, model);
        }
    }

    private static String page(String text, Model model) {
        model.addAttribute("active", "products");
        model.addAttribute("text", text);
        return "catalog/sheet";
    }
}

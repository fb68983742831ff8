package tuanju.cycle.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormFields;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.export.CannotRead;
import tuanju.cycle.export.OrderColumn;
import tuanju.member.SignedIn;

/** A leader says what the columns of another tool's export mean. */
@Controller
@RequiredArgsConstructor
class ImportColumnPages {

    private final NamingColumns naming;
    private final ImportRefusals refusals;

    /** Fields named column-(place), each with what the column means or nothing. */
    @PostMapping("/lead/cycles/{code}/imports/{id}/columns")
    String name(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestParam @FormFields("column-*") Map<String, String> form,
            RedirectAttributes redirect) {
        try {
            naming.name(me.member(), code, id, meanings(form));
            redirect.addFlashAttribute("flashOk", "cycle.columns.kept");
        } catch (CannotRead | Invalid refusal) {
            redirect.addFlashAttribute("flashError", refusals.inWords(refusal));
        }
        return "redirect:/lead/cycles/" + code + "/import";
    }

    private static Map<Integer, OrderColumn> meanings(Map<String, String> form) {
        var meanings = new HashMap<Integer, OrderColumn>();
        form.forEach((field, means) -> {
            if (field.matches("column-\\d{1,3}") && !means.isEmpty()) {
                meanings.put(Integer.valueOf(field.substring("column-".length())), meaning(field, means));
            }
        });
        return meanings;
    }

    private static OrderColumn meaning(String field, String means) {
        try {
            return OrderColumn.valueOf(means);
        } catch (IllegalArgumentException unknown) {
            throw new Invalid(field, "import-columns-unknown");
        }
    }
}

package tuanju.conduct.published;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody reads what was decided in a month. */
@Controller
@RequiredArgsConstructor
class PublishedPages {

    private final PublishedDecisions decisions;

    @GetMapping("/decisions")
    String month(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var asked = decisions.month(month);
        model.addAttribute("month", asked.toString());
        model.addAttribute(
                "before", decisions.isFirst(asked) ? null : asked.minusMonths(1).toString());
        model.addAttribute(
                "next",
                asked.equals(decisions.now()) ? null : asked.plusMonths(1).toString());
        model.addAttribute("page", decisions.page(asked, after));
        model.addAttribute("after", after);
        model.addAttribute("counts", decisions.counts(asked));
        model.addAttribute("active", "notes");
        return "conduct/decisions";
    }
}

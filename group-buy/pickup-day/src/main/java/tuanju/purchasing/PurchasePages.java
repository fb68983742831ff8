package tuanju.purchasing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A cycle's goods by supplier: on screen with what to copy, and on paper. */
@Controller
@RequestMapping("/lead/cycles/{code}/purchase-list")
@RequiredArgsConstructor
class PurchasePages {

    private final OrderCycles cycles;
    private final Purchasing purchasing;
    private final Supplies supplies;
    private final PurchaseText text;
    private final FormProblems problems;
    private final Clock clock;

    /** A supplier's part as the page shows it. */
    record Part(PurchaseList.Supplier supplier, List<Line> lines, String text) {}

    record Line(PurchaseList.Item item, String howMany) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model, Locale locale) {
        return page(cycles.ledBy(me.member(), code), Map.of(), model, locale);
    }

    @GetMapping("/paper")
    String paper(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model, Locale locale) {
        page(cycles.ledBy(me.member(), code), Map.of(), model, locale);
        model.addAttribute("printed", clock.instant());
        return "purchasing/paper";
    }

    @PostMapping("/suppliers")
    String note(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam @FormFields({"supplier-*", "cost-*"}) Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        var cycle = cycles.ledBy(me.member(), code);
        var form = new SupplyForm(typed);
        try {
            purchasing.note(
                    cycle,
                    purchasing.of(cycle).suppliers().stream()
                            .flatMap(it -> it.items().stream())
                            .map(form::supply)
                            .toList());
        } catch (Invalid invalid) {
            problems.show(invalid, model, response);
            return page(cycle, typed, model, locale);
        }
        flash.addFlashAttribute("flashOk", "purchasing.saved");
        return "redirect:/lead/cycles/" + code + "/purchase-list";
    }

    private String page(CycleCard cycle, Map<String, String> typed, Model model, Locale locale) {
        var list = purchasing.of(cycle);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("list", list);
        model.addAttribute("typed", typed);
        model.addAttribute("names", supplies.names(cycle));
        model.addAttribute(
                "parts",
                list.suppliers().stream().map(it -> part(list, it, locale)).toList());
        return "purchasing/list";
    }

    private Part part(PurchaseList list, PurchaseList.Supplier supplier, Locale locale) {
        var lines = supplier.items().stream()
                .map(it -> new Line(it, text.howMany(it, locale)))
                .toList();
        return new Part(supplier, lines, text.of(list, supplier, locale));
    }
}

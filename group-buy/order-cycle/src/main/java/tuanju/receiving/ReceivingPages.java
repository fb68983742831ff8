package tuanju.receiving;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Where a leader counts what the lorry brought, product by product. */
@Controller
@RequestMapping("/lead/cycles/{code}/receiving")
@RequiredArgsConstructor
class ReceivingPages {

    private final OrderCycles cycles;
    private final Receipts receipts;
    private final ReceiptRows rows;
    private final Receiving receiving;
    private final Members members;
    private final FormProblems problems;

    @GetMapping
    String goods(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        return page(cycles.helpedBy(me.member(), code, Right.RECEIVING), Map.of(), model);
    }

    /** Writes down what was typed for one product or for all; what cannot be used comes back with a word beside it. */
    @PostMapping("/receipts")
    String count(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam @FormFields({"only", "version-*", "arrived-*", "damaged-*", "note-*"})
                    Map<String, String> typed,
            @RequestParam @FormFields("photo-*") Map<String, MultipartFile> files,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var cycle = cycles.helpedBy(me.member(), code, Right.RECEIVING);
        var form = new CountForm(typed);
        var errors = new HashMap<String, String>();
        for (var goods : receipts.of(cycle)) {
            if (form.means(goods.product())) {
                try {
                    var photo = files.get("photo-" + goods.product());
                    receiving.count(me.member(), cycle, goods.product(), form.count(goods.product()), photo);
                } catch (Refusal refusal) {
                    problems.show(refusal, model, response);
                    collect(model, errors);
                }
            }
        }
        if (response.getStatus() >= 400) {
            model.addAttribute("errors", errors);
            return page(cycle, typed, model);
        }
        flash.addFlashAttribute("flashOk", "receiving.saved");
        return "redirect:/lead/cycles/" + code + "/receiving";
    }

    /** Each row has its own words; the page shows them together. */
    private static void collect(Model model, Map<String, String> errors) {
        if (model.getAttribute("errors") instanceof Map<?, ?> found) {
            found.forEach((field, words) -> errors.put(field.toString(), words.toString()));
        }
    }

    private String page(CycleCard cycle, Map<String, String> typed, Model model) {
        var history = rows.history(cycle);
        var people = history.stream().map(ReceiptRows.Entry::by).collect(Collectors.toSet());
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "view",
                new ReceivingView(
                        cycle,
                        receipts.of(cycle),
                        history.stream().collect(Collectors.groupingBy(ReceiptRows.Entry::product)),
                        members.cards(people)));
        return "receiving/receiving";
    }
}

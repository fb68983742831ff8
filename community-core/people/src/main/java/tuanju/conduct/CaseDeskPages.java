package tuanju.conduct;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import tuanju.member.SignedIn;

/** Operators decide a case with a reason, say what follows, and end appeals. */
@Controller
@RequiredArgsConstructor
@RequestMapping(CasesAsked.PATH + "/{id}")
class CaseDeskPages {

    private final CaseModel cases;
    private final CaseActs acts;

    @GetMapping
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        cases.show(cases.find(id), me.member(), true, model);
        model.addAttribute("active", "reports");
        model.addAttribute("here", CasesAsked.PATH + "/" + id);
        return "conduct/desk";
    }

    /** What was decided already stays. */
    @PostMapping("/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            CaseForm form,
            CommandKey key,
            RedirectAttributes flash) {
        return back(acts.decide(me, cases.find(id), form, key, flash) ? null : id);
    }

    @PostMapping("/measures")
    String measure(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            Measures.Step step,
            CommandKey key,
            RedirectAttributes flash) {
        acts.measure(me, cases.find(id), step, true, key, flash);
        return back(id);
    }

    @PostMapping("/appeal-decision")
    String endAppeal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CommandKey key,
            RedirectAttributes flash) {
        acts.endAppeal(me, cases.find(id), decision, reason, key, flash);
        return back(id);
    }

    private static String back(@Nullable UUID id) {
        return "redirect:" + CasesAsked.PATH + (id == null ? "" : "/" + id);
    }
}

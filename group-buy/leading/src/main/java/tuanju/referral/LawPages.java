package tuanju.referral;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Why only one level, for everybody; and for operators each rule of the law with what keeps to it and how that stands. */
@Controller
@RequiredArgsConstructor
class LawPages {

    private final LawChecks checks;

    @GetMapping("/why-one-level")
    String why(Model model) {
        model.addAttribute("rules", List.of(LegalRule.values()));
        return "referral/why";
    }

    @GetMapping("/operate/law")
    String law(Model model) {
        model.addAttribute("checks", checks.all());
        model.addAttribute("active", "commissions");
        return "referral/law";
    }
}

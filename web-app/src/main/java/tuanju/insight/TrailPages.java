package tuanju.insight;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.audit.AuditTrail;

/** Operators read who did what. */
@Controller
@RequiredArgsConstructor
class TrailPages {

    private final AuditTrail trail;
    private final TrailReading reading;

    @GetMapping("/operate/audit")
    String trail(TrailReading.Wanted wanted, Model model) {
        var page = reading.find(wanted);
        model.addAttribute("active", "audit");
        model.addAttribute("wanted", wanted);
        model.addAttribute("actions", trail.actions());
        model.addAttribute("entries", page.entries());
        model.addAttribute("subjects", page.subjects());
        model.addAttribute("names", page.names());
        model.addAttribute("next", page.next());
        return "insight/trail";
    }
}

package tuanju.household;

import java.util.Comparator;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tuanju.desk.Desks;
import tuanju.member.SignedIn;

/** The same table for one pickup day: every household that fetches at this leader's points, of whatever cycle or team. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/desk/households")
class DeskTablePages {

    private final Desks desks;
    private final HouseholdTable table;

    @GetMapping
    String table(@AuthenticationPrincipal SignedIn me, HouseholdQuery query, Model model) {
        show(me, query, model);
        model.addAttribute("active", "desk");
        return "household/at-desk";
    }

    /** What changes of it while one types or scrolls. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal SignedIn me, HouseholdQuery query, Model model) {
        show(me, query, model);
        return "household/_list :: list(view=${view})";
    }

    private void show(SignedIn me, HouseholdQuery query, Model model) {
        var rows = desks.ofToday(me.member()).stream()
                .flatMap(desk -> table.atDesk(desk).stream())
                .sorted(Comparator.comparing(HouseholdRow::bag))
                .toList();
        model.addAttribute("view", HouseholdView.atDesk(rows, query.checked()));
    }
}

package tuanju.table;

import java.security.Principal;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An operator looks for words in all tables at once; "/" leads there from every page of theirs. */
@Controller
@RequiredArgsConstructor
class EverywherePages {

    private final Everywhere everywhere;

    @GetMapping("/operate/search")
    String search(Principal me, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("active", "search");
        model.addAttribute("words", q.strip());
        model.addAttribute("found", everywhere.find(q, UUID.fromString(me.getName())));
        return "table/everywhere";
    }
}

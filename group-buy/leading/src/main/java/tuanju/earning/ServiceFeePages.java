package tuanju.earning;

import java.util.List;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.secondword.AlreadyProposed;
import tuanju.secondword.SecondWords;

/** The leaders' share in each community; one operator proposes another, for orders placed once a second one has confirmed it. */
@Controller
@RequiredArgsConstructor
@RequestMapping(ServiceFeePages.HERE)
class ServiceFeePages {

    static final String HERE = "/operate/service-fees";

    private final ServiceFees fees;
    private final FeeChanging changing;
    private final SecondWords words;
    private final Commands commands;
    private final FormProblems problems;
    private final Communities communities;

    /** A community and its rates, the newest first; waiting is whether another one waits for a second word. */
    record Row(CommunityCard community, String percent, List<ServiceFees.Rate> rates, boolean waiting) {}

    @GetMapping
    String all(Model model) {
        var all = communities.all();
        var waiting = words.waitingAmong(
                FeeChanging.KIND, all.stream().map(it -> it.id().value()).toList());
        var rows = all.stream()
                .map(it -> row(it, waiting.contains(it.id().value())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("active", "leaders");
        return "earning/fees";
    }

    @PostMapping("/{community}")
    String set(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestParam(defaultValue = "") String percent,
            CommandKey key,
            RedirectAttributes redirect) {
        var home = communities.find(community).orElseThrow(NotFound::new).id();
        var share = ServiceFees.typed(percent);
        try {
            var told = commands.once(key, String.class, () -> words.told(changing.propose(home, share, me.member())));
            redirect.addFlashAttribute("flashOk", told.value());
        } catch (AlreadyProposed refusal) {
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE;
    }

    private Row row(CommunityCard community, boolean waiting) {
        var rates = fees.of(community.id());
        return new Row(community, ServiceFees.percentOf(rates.now()), rates.newestFirst(), waiting);
    }
}

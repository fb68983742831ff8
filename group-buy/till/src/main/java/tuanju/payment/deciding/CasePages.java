package tuanju.payment.deciding;

import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.Invalid;
import tuanju.command.Problems;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.payment.MoneyWatch;

/** Operators look at money that waits for a person, and at refunds that take long. */
@Controller
@RequiredArgsConstructor
class CasePages {

    private static final int PAGE = 50;

    private final CaseDesk desk;
    private final MoneyWatch watch;
    private final Problems problems;
    private final Communities communities;

    @GetMapping("/operate/exceptions")
    String cases(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        boolean open = !show.equals("settled");
        var found = desk.cases(open, after, PAGE + 1);
        var cases = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "exceptions");
        model.addAttribute("show", open ? "open" : "settled");
        model.addAttribute("after", after);
        model.addAttribute("cases", cases);
        model.addAttribute("next", found.size() > PAGE ? cases.getLast().about().id() : null);
        model.addAttribute("count", watch.openCases());
        model.addAttribute("slow", watch.slowest(PAGE));
        model.addAttribute("slowCount", watch.slowRefunds());
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name())));
        return "payment/cases";
    }

    @PostMapping("/operate/exceptions/{community}/{id}/settlement")
    String settle(
            @PathVariable UUID community,
            @PathVariable UUID id,
            @RequestParam String note,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        try {
            desk.settle(new CommunityId(community), id, note, me.member());
            flash.addFlashAttribute("flashOk", "payment.cases.settled");
        } catch (Invalid refusal) {
            flash.addFlashAttribute(
                    "flashError", problems.of(refusal).errors().getFirst().message());
        }
        return "redirect:/operate/exceptions";
    }
}

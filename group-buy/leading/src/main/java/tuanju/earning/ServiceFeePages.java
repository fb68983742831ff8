package tuanju.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.money.Percentage;

/** The leaders' share in each community, set by operators for orders placed from then on. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/service-fees")
class ServiceFeePages {

    private final ServiceFees fees;
    private final Communities communities;

    /** A community and its rates, the newest first. */
    record Row(CommunityCard community, String percent, List<ServiceFees.Rate> rates) {}

    @GetMapping
    String all(Model model) {
        model.addAttribute("rows", communities.all().stream().map(this::row).toList());
        model.addAttribute("active", "leaders");
        return "earning/fees";
    }

    @PostMapping("/{community}")
    String set(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestParam(defaultValue = "") String percent,
            RedirectAttributes redirect) {
        var home = communities.find(community).orElseThrow(NotFound::new);
        fees.set(home.id(), read(percent), me.member());
        redirect.addFlashAttribute("flashOk", "earning.fees.set");
        return "redirect:/operate/service-fees";
    }

    private Row row(CommunityCard community) {
        var rates = fees.of(community.id()).newestFirst();
        var now = rates.isEmpty() ? ServiceFees.USUAL : rates.getFirst().share();
        return new Row(community, ServiceFees.percentOf(now), rates);
    }

    /** 10, or 7.5: at most two decimals. */
    private static Percentage read(String typed) {
        try {
            var points = new BigDecimal(typed.strip())
                    .movePointRight(2)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .intValueExact();
            return new Percentage(points);
        } catch (ArithmeticException | IllegalArgumentException unreadable) {
            throw new Invalid("percent", "service-fee-between", 5, 15);
        }
    }
}

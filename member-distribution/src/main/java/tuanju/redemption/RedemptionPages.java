package tuanju.redemption;

import java.util.List;
import java.util.UUID;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.PickupPoints;
import tuanju.member.SignedIn;

/** A member has goods for points, and sees where and with which code each is fetched. */
@Controller
@RequiredArgsConstructor
class RedemptionPages {

    private final Redeeming redeeming;
    private final PickupPoints points;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    /** One, and where it is fetched. */
    record Had(Redemption of, String where) {}

    @PostMapping("/points-goods/{code}/redemptions")
    String redeem(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key, RedirectAttributes flash) {
        try {
            commands.once(
                    key,
                    String.class,
                    () -> redeeming.redeem(me.member(), code).code().value());
            flash.addFlashAttribute("flashOk", "redemption.had");
            return "redirect:/me/redemptions";
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:/communities/" + communities.of(code).shortCode() + "/points-shop";
        }
    }

    @GetMapping("/me/redemptions")
    String all(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = redeeming.of(me.member(), after);
        model.addAttribute("had", had(page.items()));
        model.addAttribute("after", after);
        model.addAttribute("next", page.next());
        model.addAttribute("active", "me");
        return "redemption/mine";
    }

    private List<Had> had(List<Redemption> found) {
        return found.stream()
                .map(it -> new Had(
                        it,
                        points.find(it.community(), it.point())
                                .map(at -> at.name())
                                .orElse("")))
                .toList();
    }
}

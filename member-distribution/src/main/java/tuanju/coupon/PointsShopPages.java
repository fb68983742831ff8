package tuanju.coupon;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;
import tuanju.points.PointsSpending;
import tuanju.redemption.Redeeming;

/** The points shop (积分商城) of a community: what members may have for their points. */
@Controller
@RequiredArgsConstructor
class PointsShopPages {

    private final Coupons coupons;
    private final CampaignViews views;
    private final Claiming claiming;
    private final PointsSpending points;
    private final Redeeming redeeming;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping("/communities/{code}/points-shop")
    String shop(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model) {
        var community = communities.find(code).orElseThrow(NotFound::new);
        model.addAttribute("community", community);
        model.addAttribute("balance", points.usable(community.id(), me.member()));
        model.addAttribute(
                "offered",
                coupons.forPoints(community.id(), me.member()).stream()
                        .map(views::of)
                        .toList());
        model.addAttribute("goods", redeeming.offered(community.id()));
        model.addAttribute("active", "me");
        return "coupon/points-shop";
    }

    @PostMapping("/coupons/{code}/exchanges")
    String exchange(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key, RedirectAttributes flash) {
        try {
            commands.once(key, ClaimedCoupon.class, () -> claiming.exchange(me.member(), code));
            flash.addFlashAttribute("flashOk", "coupon.exchanged");
            return "redirect:/me/coupons";
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:/communities/" + communities.of(code).shortCode() + "/points-shop";
        }
    }
}

package tuanju.coupon;

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
import tuanju.member.SignedIn;
import tuanju.page.KeysetPage;

/** A member's own coupons, and the page where one of a campaign is claimed. */
@Controller
@RequiredArgsConstructor
class CouponPages {

    private static final int PAGE = 20;
    private static final String MINE = "/me/coupons";

    private final Coupons coupons;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Claiming claiming;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping(MINE)
    String mine(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = KeysetPage.of(coupons.of(me.member(), after, PAGE + 1), PAGE, "", after, OwnCoupon::id);
        model.addAttribute("coupons", page.shown());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        var claimable = after == null ? coupons.claimableBy(me.member()) : List.<Campaign>of();
        model.addAttribute("claimable", claimable.stream().map(views::of).toList());
        var invites = after == null ? coupons.invitesFor(me.member()) : List.<Campaign>of();
        model.addAttribute("invites", invites.stream().map(views::of).toList());
        model.addAttribute("active", "me");
        return "coupon/mine";
    }

    /** By a code that was typed. */
    @PostMapping(MINE)
    String typed(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String code,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            claim(me, Code.read(code.replaceAll("[\\s-]", "")), key);
            flash.addFlashAttribute("flashOk", "coupon.claimed");
        } catch (NotFound nothing) {
            flash.addFlashAttribute("flashError", problems.sentence(nothing));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + MINE;
    }

    @GetMapping("/coupons/{code}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var campaign = campaigns.any(code);
        if (!campaign.what().way().isClaimed()) {
            throw new NotFound();
        }
        model.addAttribute("campaign", views.of(campaign));
        model.addAttribute("claimed", claiming.claimedBy(me.member(), campaign));
        model.addAttribute("theirs", claiming.maySee(me.member(), campaign));
        model.addAttribute("active", "me");
        return "coupon/claim";
    }

    @PostMapping("/coupons/{code}/claims")
    String claim(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key, RedirectAttributes flash) {
        try {
            claim(me, code, key);
            flash.addFlashAttribute("flashOk", "coupon.claimed");
            return "redirect:" + MINE;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:/coupons/" + code;
        }
    }

    private void claim(SignedIn me, Code code, CommandKey key) {
        commands.once(key, ClaimedCoupon.class, () -> claiming.claim(me.member(), code));
    }
}

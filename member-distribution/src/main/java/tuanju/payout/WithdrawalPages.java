package tuanju.payout;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.referral.Referrers;

/** A referrer asks for what is theirs (提现), and sees how far it came. */
@Controller
@RequiredArgsConstructor
class WithdrawalPages {

    private static final String HERE = "/me/withdrawals";
    private static final int MOST = 50;

    private final Withdrawing withdrawing;
    private final Referrers referrers;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    /** What can be asked for in one community. */
    record Free(CommunityCard community, Money amount) {}

    @GetMapping(HERE)
    String mine(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(
                "free",
                referrers.everWhere(me.member()).stream()
                        .map(it -> new Free(communities.get(it), withdrawing.free(me.member(), it)))
                        .toList());
        model.addAttribute("withdrawals", withdrawing.of(me.member(), MOST));
        model.addAttribute("least", Withdrawing.LEAST);
        model.addAttribute("active", "me");
        return "payout/mine";
    }

    @PostMapping(HERE)
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String amount,
            CommandKey key,
            RedirectAttributes flash) {
        var home = communities.find(community).orElseThrow(NotFound::new).id();
        try {
            commands.once(
                    key,
                    WithdrawalResources.Asked.class,
                    () -> new WithdrawalResources.Asked(
                            withdrawing.ask(me.member(), home, fen(amount)).id().toString(), "LOCKED"));
            flash.addFlashAttribute("flashOk", "payout.asked");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE;
    }

    /** 12, or 12.50 yuan. Refuses with Invalid what is no amount. */
    static long fen(String yuan) {
        var typed = yuan.strip().replace("¥", "");
        if (!typed.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            throw new Invalid("amount", "payout-amount", Withdrawing.LEAST.toString());
        }
        return Money.ofYuan(typed).fen();
    }
}

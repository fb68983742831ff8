package tuanju.wallet;

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
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** A member's own credit: what there is, where each fen came from, whether more stays, and the way back. */
@Controller
@RequiredArgsConstructor
class WalletPages {

    private final WalletBook book;
    private final PayingOut payingOut;
    private final Wishes wishes;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    /** What was asked back, as it is kept with its key. */
    record Asked(UUID payout) {}

    /** Where there is only one community there is nothing to choose. */
    @GetMapping("/me/wallets")
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        var homes = book.homes(me.member());
        if (homes.size() == 1) {
            return "redirect:" + page(homes.getFirst().community());
        }
        model.addAttribute("homes", homes);
        model.addAttribute("active", "me");
        return "wallet/wallets";
    }

    @GetMapping("/communities/{code}/wallet")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam @Nullable UUID after,
            Model model) {
        model.addAttribute("wallet", book.of(community(code), me.member(), after));
        model.addAttribute("after", after);
        model.addAttribute("active", "me");
        return "wallet/wallet";
    }

    /** The amount is what the page showed as free: should it be less by now, nothing goes. */
    @PostMapping("/communities/{code}/wallet/payouts")
    String payOut(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam long amountFen,
            CommandKey key,
            RedirectAttributes flash) {
        var community = community(code);
        try {
            var amount = Money.ofFen(Math.max(amountFen, 0));
            commands.once(key, Asked.class, () -> new Asked(payingOut.payOut(community.id(), me.member(), amount)));
            flash.addFlashAttribute("flashOk", "wallet.paying-out");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + page(community);
    }

    @PostMapping("/communities/{code}/wallet/keeping")
    String prefer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean keeps,
            RedirectAttributes flash) {
        var community = community(code);
        wishes.prefer(me.member(), community.id(), keeps);
        flash.addFlashAttribute("flashOk", "wallet.keeping.saved");
        return "redirect:" + page(community);
    }

    @PostMapping("/orders/{code}/keeping")
    String wish(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "false") boolean keeps,
            RedirectAttributes flash) {
        try {
            wishes.wish(me.member(), code, keeps);
            flash.addFlashAttribute("flashOk", "wallet.keeping.saved");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/orders/" + code + "#difference";
    }

    private CommunityCard community(String code) {
        return communities.find(code).orElseThrow(NotFound::new);
    }

    private static String page(CommunityCard community) {
        return "/communities/" + community.shortCode() + "/wallet";
    }
}

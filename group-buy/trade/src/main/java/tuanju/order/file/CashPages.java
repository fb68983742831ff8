package tuanju.order.file;

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
import tuanju.command.Refusal;
import tuanju.member.SignedIn;

/** A leader's page of cash and transfers: who has to give how much, one tap when it came, and what goes back by hand. */
@Controller
@RequestMapping("/lead/cash")
@RequiredArgsConstructor
class CashPages {

    private static final String PAGE = "redirect:/lead/cash";

    private final Cash cash;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("active", "today");
        model.addAttribute("expected", cash.expected(me.member()));
        model.addAttribute("toPayBack", cash.toPayBack(me.member()));
        return "order/cash";
    }

    @PostMapping("/{payment}/receipt")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String payment,
            @RequestParam long amountFen,
            CommandKey key,
            RedirectAttributes flash) {
        return said(
                flash,
                "order.cash.taken",
                () -> commands.once(key.about(payment + amountFen), String.class, () -> {
                    cash.take(me.member(), payment, amountFen, "");
                    return payment;
                }));
    }

    @PostMapping("/{payment}/undo")
    String takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable String payment, RedirectAttributes flash) {
        return said(flash, "order.cash.undone", () -> cash.takeBack(me.member(), payment));
    }

    @PostMapping("/refunds/{refund}/receipt")
    String paidBack(@AuthenticationPrincipal SignedIn me, @PathVariable String refund, RedirectAttributes flash) {
        return said(flash, "order.cash.paid-back", () -> cash.paidBack(me.member(), refund, ""));
    }

    private String said(RedirectAttributes flash, String done, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", done);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return PAGE;
    }
}

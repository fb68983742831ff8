package tuanju.board;

import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.order.aftersale.NotOwedByHand;
import tuanju.order.aftersale.OwedByHand.Why;
import tuanju.order.aftersale.PaidBackByHand.How;
import tuanju.order.aftersale.PayingBackByHand;

/** On the board a leader ticks off whom they gave money back by hand, and takes a tick back. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/paybacks")
class PaybackPages {

    private final OrderCycles cycles;
    private final PayingBackByHand paying;
    private final Paybacks paybacks;
    private final Commands commands;
    private final FormProblems problems;
    private final TransactionOperations transaction;

    /** As the form says it. */
    record Wanted(
            @Nullable String order,
            @Nullable Why why,
            @Nullable String yuan,
            @Nullable How how,
            @Nullable LocalDate on,
            @Nullable String note) {}

    @PostMapping
    String note(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            Wanted wanted,
            CommandKey key,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        try {
            var said = paybacks.read(
                    cycle,
                    new Paybacks.Wanted(
                            wanted.order(),
                            wanted.why(),
                            Paybacks.fen(wanted.yuan()),
                            wanted.how(),
                            wanted.on(),
                            wanted.note()));
            commands.once(key, UUID.class, () -> paying.note(Paybacks.led(cycle), said));
            flash.addFlashAttribute("flashOk", "board.payback.done");
        } catch (Invalid | NotOwedByHand refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return board(code);
    }

    @PostMapping("/{id}/undos")
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        var cycle = cycles.ledBy(me.member(), code);
        transaction.executeWithoutResult(status -> paying.undo(Paybacks.led(cycle), id));
        flash.addFlashAttribute("flashOk", "board.payback.undone");
        return board(code);
    }

    private static String board(Code code) {
        return "redirect:/lead/cycles/" + code + "/board#owed";
    }
}

package tuanju.order.file;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** An operator notes on an order's file that its cash or transfer came to the leader, or that it did not after all. */
@Controller
@RequestMapping("/operate/orders/{community}/{id}/receipts")
@RequiredArgsConstructor
class CashOnFilePages {

    private final CashOnFile cash;
    private final OrderBook book;
    private final Commands commands;
    private final FormProblems problems;

    @PostMapping
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID id,
            @RequestParam long amountFen,
            CommandKey key,
            RedirectAttributes flash) {
        var home = new CommunityId(community);
        var order = book.sheet(home, new OrderId(id));
        return said(
                order,
                home,
                flash,
                order.kind() == OrderKind.IMPORT ? "order.file.cash-taken" : "order.cash.taken",
                () -> commands.once(key.about(id + " " + amountFen), String.class, () -> {
                    cash.take(me.member(), home, order, amountFen);
                    return order.code().value();
                }));
    }

    @PostMapping("/undo")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID community,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        var home = new CommunityId(community);
        var order = book.sheet(home, new OrderId(id));
        return said(order, home, flash, "order.cash.undone", () -> cash.takeBack(me.member(), home, order));
    }

    private String said(OrderSheet order, CommunityId community, RedirectAttributes flash, String done, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", done);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/operate/orders/" + community.value() + "/"
                + order.id().value();
    }
}

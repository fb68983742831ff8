package tuanju.waiting;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;

/** Where a member waits for what is sold out, and sees how many are before them. */
@Controller
@RequestMapping("/c/{code}/waiting")
@RequiredArgsConstructor
class WaitingPages {

    private static final int LATEST = 50;

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final WaitingOrders orders;
    private final WaitingWishes wishes;
    private final Waiting waiting;
    private final OrderBook book;
    private final Commands commands;
    private final FormProblems problems;

    @GetMapping
    String look(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID product,
            Model model) {
        var cycle = visible(code, me);
        if (me == null) {
            return signIn(code);
        }
        model.addAttribute("view", view(cycle, me.member()));
        model.addAttribute("chosen", product);
        model.addAttribute("open", Waiting.mayWait(cycle.status()));
        model.addAttribute("back", "/c/" + code);
        return "waiting/waiting";
    }

    /** Where the member stands now, for the page that is open. */
    @GetMapping("/now")
    String now(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var cycle = visible(code, me);
        if (me == null) {
            return signIn(code);
        }
        model.addAttribute("view", view(cycle, me.member()));
        return "waiting/_mine :: mine(view=${view})";
    }

    /** Stands at the end of the line; twice is once. */
    @PostMapping
    String join(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID product,
            @RequestParam(defaultValue = "1") int quantity,
            @RequestParam(required = false) @Nullable UUID point,
            CommandKey key,
            RedirectAttributes flash) {
        if (me == null) {
            return signIn(code);
        }
        if (product == null) {
            throw new NotFound();
        }
        try {
            commands.once(key, UUID.class, () -> waiting.join(me.member(), code, product, quantity, point));
            flash.addFlashAttribute("flashOk", "waiting.joined");
        } catch (CannotWait | Invalid refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return page(code);
    }

    @PostMapping("/{wish}/departures")
    String leave(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID wish,
            RedirectAttributes flash) {
        if (me == null) {
            return signIn(code);
        }
        waiting.leave(me.member(), code, wish);
        flash.addFlashAttribute("flashOk", "waiting.left");
        return page(code);
    }

    private WaitingView view(CycleCard cycle, MemberId member) {
        var mine = wishes.of(cycle, member);
        return WaitingView.of(cycle, points.of(cycle), orders.rooms(cycle), mine, book.of(member, null, LATEST));
    }

    private CycleCard visible(Code code, @Nullable SignedIn me) {
        return cycles.visible(code, me == null ? null : me.member());
    }

    private static String signIn(Code code) {
        return "redirect:/sign-in?next=/c/" + code + "/waiting";
    }

    private static String page(Code code) {
        return "redirect:/c/" + code + "/waiting";
    }
}

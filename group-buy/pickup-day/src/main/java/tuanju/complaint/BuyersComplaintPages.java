package tuanju.complaint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.pickup.PickupSheets;

/** A buyer says what is wrong with the goods they took home, and reads what became of it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/orders/{code}/complaints")
class BuyersComplaintPages {

    private final BuyersComplaining buyers;
    private final Complaining complaining;
    private final OrderBook book;
    private final Communities communities;
    private final SentPhotos photos;
    private final Commands commands;
    private final FormProblems problems;

    /** One of their orders, and what was reported about it. */
    private record Own(CommunityId community, OrderSheet sheet, List<ComplaintCard> complaints) {

        /** What can be reported: after the hand-over, all that does not wait for an answer to its buyer. */
        List<ComplaintForm.Choice> choices() {
            return sheet.status() == OrderStatus.COLLECTED
                    ? ComplaintForm.choices(PickupSheets.order(sheet))
                            .filter(this::isOpen)
                            .toList()
                    : List.of();
        }

        private boolean isOpen(ComplaintForm.Choice choice) {
            return complaints.stream()
                    .filter(it -> it.byBuyer() && it.waiting())
                    .noneMatch(
                            it -> it.about().productName().equals(choice.line().product())
                                    && it.about().spec().equals(choice.line().spec()));
        }
    }

    /** Whether the leader answers first. */
    record Outcome(boolean withLeader) {}

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model) {
        return page(own(me, code), BuyersForm.EMPTY, model);
    }

    @PostMapping
    String complain(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            BuyersForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var own = own(me, code);
        var typed = form;
        try {
            var whole = form.keeping(photos.arrived(me.member().value(), form.photo(), form.kept()));
            typed = whole;
            var outcome = commands.once(key, Outcome.class, () -> complain(me, own, whole))
                    .value();
            redirect.addFlashAttribute(
                    "flashOk", outcome.withLeader() ? "complaint.mine.sent" : "complaint.mine.sent.platform");
            return "redirect:/orders/" + own.sheet().code() + "/complaints";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(own(me, code), typed, model);
        }
    }

    private Outcome complain(SignedIn me, Own own, BuyersForm form) {
        var choices = ComplaintForm.choices(PickupSheets.order(own.sheet())).toList();
        var reports = form.reports(choices, photos.taken(me.member().value(), form.kept()));
        var noted = buyers.complain(me.member(), own.community(), reports);
        return new Outcome(noted.getFirst().turn().withLeader());
    }

    private static String page(Own own, BuyersForm form, Model model) {
        model.addAttribute("order", own.sheet().code().value());
        model.addAttribute("choices", own.choices());
        model.addAttribute("kinds", BuyersForm.kinds());
        model.addAttribute("form", form);
        model.addAttribute("kept", SentPhotos.shown(form.kept()));
        model.addAttribute("complaints", own.complaints());
        model.addAttribute("collected", own.sheet().status() == OrderStatus.COLLECTED);
        model.addAttribute("active", "orders");
        return "complaint/mine";
    }

    private Own own(SignedIn me, String code) {
        var named = Code.read(code);
        var community = communities.of(named).id();
        var sheet = book.sheet(community, book.card(me.member(), named).id());
        return new Own(
                community,
                sheet,
                complaining.about(community, List.of(sheet.id().value())));
    }
}

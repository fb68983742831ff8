package tuanju.order.file;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderBook.MoneyElsewhere;
import tuanju.payment.MoneyWatch;
import tuanju.payment.Refunds;

/** The file of one order that an operator looked up; what they may do about it is done elsewhere. */
@Controller
@RequiredArgsConstructor
class OrderDeskPages {

    private final OrderBook book;
    private final MoneyWatch money;
    private final Refunds refunds;
    private final Communities communities;
    private final CashOnFile cash;
    private final OrderActs acts;
    private final List<MoneyElsewhere> elsewhere;

    /** Money of something else leads to where that is read of. */
    @GetMapping("/operate/orders/{community}/{id}")
    String order(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID community, @PathVariable UUID id, Model model) {
        var home = new CommunityId(community);
        var other = elsewhere.stream().flatMap(it -> it.page(home, id).stream()).findFirst();
        if (other.isPresent()) {
            return "redirect:" + other.get();
        }
        var order = new OrderId(id);
        model.addAttribute("active", "orders");
        model.addAttribute("community", communities.get(home));
        var sheet = book.sheet(home, order);
        model.addAttribute("order", sheet);
        model.addAttribute("cash", cash.of(home, sheet).orElse(null));
        model.addAttribute("noted", !cash.noted(home, order, me.member()).isEmpty());
        model.addAttribute("timeline", book.timeline(home, order));
        model.addAttribute("payments", money.paymentsOf(home, id));
        model.addAttribute("refunds", refunds.of(home, id));
        model.addAttribute("acts", acts.of(sheet));
        model.addAttribute("ways", acts.ways(communities.get(home), sheet));
        return "order/file";
    }
}

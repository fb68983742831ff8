package tuanju.order.file;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.audit.AuditTrail;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.payment.MoneyWatch;
import tuanju.payment.Refunds;
import tuanju.table.Table;
import tuanju.table.TableFiles;

/** Operators look orders up; what they may do about one is on its file, and is done elsewhere. */
@Controller
@RequiredArgsConstructor
class OrderDeskPages {

    static final int PAGE = 50;

    private final OrderDesk desk;
    private final OrderTable table;
    private final OrderBook book;
    private final MoneyWatch money;
    private final Refunds refunds;
    private final Communities communities;
    private final CashOnFile cash;
    private final TableFiles files;
    private final FormProblems problems;
    private final AuditTrail audit;

    @GetMapping(OrdersAsked.PATH)
    String orders(OrdersAsked asked, @RequestParam(defaultValue = "") List<String> columns, Model model) {
        model.addAttribute("active", "orders");
        model.addAttribute("table", readable(asked, columns, model));
        return "order/found";
    }

    /** Who took which away is written to the audit trail. */
    @GetMapping(OrdersAsked.PATH + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String ending,
            OrdersAsked asked,
            @RequestParam(defaultValue = "") List<String> columns) {
        var search = asked.search(communities);
        var shown = asked.look().showing(columns).shown(table.columns(search));
        var found = desk.all(search, asked.turn(PAGE));
        var file = files.file("tuanju-orders", ending, shown, found);
        audit.record(me.member().value(), "orders.exported", "table orders", found.size() + " rows");
        return file;
    }

    @GetMapping("/operate/orders/{community}/{id}")
    String order(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID community, @PathVariable UUID id, Model model) {
        var home = new CommunityId(community);
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
        return "order/file";
    }

    /** What cannot be looked for is said, above what is left of the question. */
    private Table<OrderDesk.Found> readable(OrdersAsked asked, List<String> columns, Model model) {
        try {
            return shown(asked, columns);
        } catch (Invalid refusal) {
            model.addAttribute("problem", problems.sentence(refusal));
            return shown(asked.legible(communities), List.of());
        }
    }

    private Table<OrderDesk.Found> shown(OrdersAsked asked, List<String> columns) {
        var search = asked.search(communities);
        return table.of(asked.look().showing(columns), search, desk.find(search, asked.turn(PAGE), asked.addsUpAll()));
    }
}

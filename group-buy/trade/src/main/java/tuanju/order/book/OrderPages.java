package tuanju.order.book;

import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
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
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.PickupPoints;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.order.paying.OrderCancelling;
import tuanju.order.paying.OrderPaying;
import tuanju.order.paying.PaymentStart;
import tuanju.payment.Payments;

/** A buyer's own orders; another person's look like none. */
@Slf4j
@Controller
@RequestMapping("/orders")
@RequiredArgsConstructor
class OrderPages {

    private final OrderBook book;
    private final OrderCancelling cancelling;
    private final PaymentStart payment;
    private final OrderPaying paying;
    private final Payments payments;
    private final PickupPoints points;
    private final Members members;
    private final FormProblems problems;
    private final List<OrderRemarks> remarks;
    private final List<OrderLinks> links;
    private final List<OrderOrigins> origins;
    private final List<OrderCredits> credits;

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "all") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Code after,
            Model model) {
        var chosen = OrderTab.of(tab);
        model.addAttribute("orders", book.shown(me.member(), chosen, q, after));
        model.addAttribute("tab", chosen);
        model.addAttribute("tabs", List.of(OrderTab.values()));
        model.addAttribute("active", "orders");
        return "order/orders";
    }

    /** Also where a payer comes back to: an unpaid order asks its provider first. */
    @GetMapping("/{code}")
    String page(@PathVariable Code code, @AuthenticationPrincipal SignedIn me, Model model) {
        var order = book.detail(me.member(), code);
        if (order.card().payable() && asked(order)) {
            order = book.detail(me.member(), code);
        }
        model.addAttribute("view", view(order, me));
        model.addAttribute(
                "point", points.find(order.community(), order.pickup().point()).orElse(null));
        model.addAttribute("leader", members.card(order.pickup().leader()).name());
        model.addAttribute("origin", origin(order));
        model.addAttribute("credit", credit(order, me));
        model.addAttribute("active", "orders");
        return "order/order";
    }

    /** What changes by itself while one waits. */
    @GetMapping("/{code}/standing")
    String standing(@PathVariable Code code, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("view", view(book.detail(me.member(), code), me));
        return "order/_standing :: standing(view=${view})";
    }

    @PostMapping("/{code}/payments")
    String pay(
            @PathVariable Code code,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam @Nullable String provider,
            @RequestParam(defaultValue = "false") boolean useCredit) {
        return payment.redirect(me.member(), code, provider, useCredit);
    }

    @PostMapping("/{code}/cancellation")
    String cancel(@PathVariable Code code, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        try {
            cancelling.cancel(me.member(), code);
            flash.addFlashAttribute("flashOk", "order.cancelled");
        } catch (Refusal refusal) {
            if (refusal.getStatus() == 404) {
                throw refusal;
            }
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/orders/" + code;
    }

    /** Whether the provider could be asked; when it cannot, its callback or the poller brings the news later. */
    private boolean asked(OrderDetail order) {
        try {
            payments.refresh(order.community(), order.card().id().value());
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "The provider could not be asked about order {}",
                    order.card().code(),
                    e);
            return false;
        }
    }

    private OrderView view(OrderDetail order, SignedIn me) {
        if (!order.card().payable()) {
            return new OrderView(
                    order, List.of(), Money.ZERO, new Payments.Newest(false, null), remarks(order), links(order));
        }
        var newest = payments.newest(order.community(), order.card().id().value());
        var credit = paying.credit(me.member(), order.card().code());
        return new OrderView(order, payments.providers(), credit, newest, List.of(), List.of());
    }

    private List<OrderRemark> remarks(OrderDetail order) {
        return remarks.stream()
                .flatMap(it -> it.about(order.community(), order.card().id()).stream())
                .sorted(Comparator.comparing(OrderRemark::at))
                .toList();
    }

    private @Nullable OrderOrigin origin(OrderDetail order) {
        return origins.stream()
                .flatMap(it -> it.of(order.community(), order.card().id()).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable OrderCredit credit(OrderDetail order, SignedIn me) {
        return credits.stream()
                .flatMap(it -> it.of(order.community(), me.member(), order.card()).stream())
                .findFirst()
                .orElse(null);
    }

    private List<OrderLink> links(OrderDetail order) {
        return links.stream().flatMap(it -> it.on(order.card()).stream()).toList();
    }
}

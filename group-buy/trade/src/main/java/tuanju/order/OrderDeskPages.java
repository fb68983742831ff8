package tuanju.order;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.payment.MoneyWatch;
import tuanju.payment.Refunds;

/** Operators look orders up; what they may do about one is on its file, and is done elsewhere. */
@Controller
@RequiredArgsConstructor
class OrderDeskPages {

    private static final int PAGE = 50;

    private final OrderDesk desk;
    private final OrderBook book;
    private final OrderCardRows rows;
    private final MoneyWatch money;
    private final Refunds refunds;
    private final Communities communities;
    private final CashOnFile cash;

    /** What is looked for, as it stands in the address bar. */
    record Asked(
            @Nullable String q,
            @Nullable String status,
            @Nullable String kind,
            @Nullable String community,
            @Nullable String after) {

        public boolean isNarrowed() {
            return given(q) || given(status) || given(kind) || given(community);
        }

        private static boolean given(@Nullable String value) {
            return value != null && !value.isBlank();
        }
    }

    @GetMapping("/operate/orders")
    String orders(Asked asked, Model model) {
        var page = desk.find(search(asked), PAGE);
        model.addAttribute("active", "orders");
        model.addAttribute("asked", asked);
        model.addAttribute("page", page);
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("kinds", OrderKind.values());
        model.addAttribute("communities", communities.all());
        model.addAttribute(
                "names", communities.all().stream().collect(Collectors.toMap(CommunityCard::id, CommunityCard::name)));
        model.addAttribute("next", page.more() ? page.orders().getLast().code() : null);
        return "order/found";
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
        model.addAttribute("timeline", rows.timeline(home, order));
        model.addAttribute("payments", money.paymentsOf(home, id));
        model.addAttribute("refunds", refunds.of(home, id));
        return "order/file";
    }

    private OrderSearch search(Asked asked) {
        var community = asked.community();
        var after = asked.after();
        return new OrderSearch(
                asked.q() == null ? "" : asked.q(),
                one(OrderStatus.values(), asked.status()),
                one(OrderKind.values(), asked.kind()),
                community == null || community.isBlank()
                        ? null
                        : communities.find(community).orElseThrow(NotFound::new).id(),
                after == null || after.isBlank() ? null : code(after));
    }

    private static <T extends Enum<T>> @Nullable T one(T[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Code code(String written) {
        try {
            return new Code(written);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}

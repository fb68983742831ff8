package tuanju.household;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleView;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;

/** A cycle's households, a row each: the leader finds one, sees what of it is open, and opens it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/households")
class HouseholdPages {

    private final OrderCycles cycles;
    private final HouseholdTable table;
    private final CyclePoints points;
    private final CycleShares shares;
    private final Clock clock;

    @GetMapping
    String table(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HouseholdQuery query, Model model) {
        var rows = show(me, code, query, model);
        var opened = opened(rows, query.opened());
        model.addAttribute("opened", opened);
        if (opened != null) {
            var cycle = cycles.byCode(code);
            model.addAttribute("points", points.of(cycle));
            model.addAttribute("pieces", pieces(cycle, opened));
        }
        model.addAttribute("last", LivePages.lastDone(rows));
        model.addAttribute("state", LivePages.state(rows));
        model.addAttribute("active", "cycles");
        return "household/households";
    }

    /** What changes of it while one types, scrolls, or somebody else marks something. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HouseholdQuery query, Model model) {
        show(me, code, query, model);
        return "household/_list :: list(view=${view})";
    }

    private List<HouseholdRow> show(SignedIn me, Code code, HouseholdQuery query, Model model) {
        var cycle = cycles.helpedBy(me.member(), code, Right.ORDERS);
        var rows = table.of(cycle);
        model.addAttribute("view", HouseholdView.of(cycle, isOwn(me, cycle), rows, query.checked()));
        return rows;
    }

    /** What of its orders may become fewer; nothing once the cycle is closed. */
    private Map<UUID, List<CycleView.MyShare>> pieces(CycleCard cycle, HouseholdRow opened) {
        return cycle.takesOrdersAt(clock.instant())
                ? shares
                        .ofOrders(
                                cycle,
                                opened.orders().stream()
                                        .filter(it ->
                                                it.status() == OrderStatus.PAID || it.status() == OrderStatus.CONFIRMED)
                                        .map(OrderSheet::id)
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(CycleView.MyShare::order))
                : Map.of();
    }

    private static boolean isOwn(SignedIn me, CycleCard cycle) {
        return cycle.leader().equals(me.member());
    }

    private static @Nullable HouseholdRow opened(List<HouseholdRow> rows, @Nullable Code open) {
        return open == null
                ? null
                : rows.stream().filter(it -> it.holds(open.value())).findFirst().orElse(null);
    }
}

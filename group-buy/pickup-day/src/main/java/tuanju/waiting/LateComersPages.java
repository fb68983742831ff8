package tuanju.waiting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.cycle.ordering.WaitingOrders.Room;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.receiving.Receipts;
import tuanju.receiving.ReceivedGoods;

/** A leader sees who waits for what, and opens pieces for late-comers after the cut-off. */
@Controller
@RequestMapping("/lead/cycles/{code}/waiting")
@RequiredArgsConstructor
class LateComersPages {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final WaitingOrders orders;
    private final WaitingWishes wishes;
    private final WaitingOffers offers;
    private final Receipts receipts;
    private final Members members;
    private final FormProblems problems;

    /**
     * One product with those who stand in line for it, the first first.
     *
     * @param surplus good pieces that came beyond what was ordered
     */
    record Line(Room room, int surplus, List<Waiter> waiters) {

        /** What to offer unless the leader says otherwise. */
        public int suggested() {
            return room.opened() > 0 ? room.opened() : surplus;
        }

        public int wanted() {
            return waiters.stream()
                    .filter(it -> it.wish().isWaiting())
                    .mapToInt(it -> it.wish().quantity())
                    .sum();
        }
    }

    /**
     * Somebody in a line.
     *
     * @param pickup where they would collect; empty where the cycle has only one point
     */
    record Waiter(WaitingWish wish, MemberCard member, String pickup) {}

    @GetMapping
    String look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("lines", lines(cycle));
        model.addAttribute("late", isLate(cycle));
        return "waiting/late-comers";
    }

    /** Opens so many pieces of a product in all, and offers them at once to those who wait. */
    @PostMapping("/{product}/pieces")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID product,
            @RequestParam(defaultValue = "0") int pieces,
            RedirectAttributes flash) {
        try {
            orders.open(me.member(), code, product, pieces);
            offers.offer(cycles.byCode(code));
            flash.addFlashAttribute("flashOk", "waiting.opened");
        } catch (CannotOrder | Invalid refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/lead/cycles/" + code + "/waiting";
    }

    private List<Line> lines(CycleCard cycle) {
        var all = wishes.of(cycle);
        var cards = members.cards(all.stream().map(WaitingWish::member).collect(Collectors.toSet()));
        var where = points.of(cycle);
        var surplus =
                receipts.of(cycle).stream().collect(Collectors.toMap(ReceivedGoods::product, ReceivedGoods::surplus));
        return orders.rooms(cycle).stream()
                .map(room -> new Line(
                        room,
                        surplus.getOrDefault(room.product().id(), 0),
                        all.stream()
                                .filter(wish ->
                                        wish.product().equals(room.product().id()))
                                .filter(wish -> cards.containsKey(wish.member()))
                                .map(wish -> waiter(cycle, wish, where, cards))
                                .toList()))
                .toList();
    }

    private static Waiter waiter(
            CycleCard cycle, WaitingWish wish, List<CyclePoint> where, Map<MemberId, MemberCard> cards) {
        var member = Objects.requireNonNull(cards.get(wish.member()));
        return new Waiter(wish, member, WaitingView.pickup(where, wish.pointIn(cycle)));
    }

    private static boolean isLate(CycleCard cycle) {
        return cycle.status() != CycleStatus.OPEN && Waiting.mayWait(cycle.status());
    }
}

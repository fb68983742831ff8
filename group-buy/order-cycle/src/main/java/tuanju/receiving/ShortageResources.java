package tuanju.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.receiving.ShortageConfirming.Yes;
import tuanju.receiving.ShortageView.Door;

/** Giving out what came short, for programs: look first (dryRun), then confirm exactly the plan that was shown. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/shortages")
@RequiredArgsConstructor
class ShortageResources {

    private final OrderCycles cycles;
    private final OrderBook book;
    private final ShortagePlanning planning;
    private final ShortageConfirming confirming;
    private final ShortageRows rows;
    private final ShortageWords words;
    private final Commands commands;

    /**
     * What is wanted.
     *
     * @param inNeed codes of orders whose households are in need; for the policy BY_NEED
     * @param plan of the preview; needed unless it is a dry run
     */
    record Wish(
            @Nullable SharePolicy policy,
            @Nullable Boolean dryRun,
            @Nullable Set<String> inNeed,
            @Nullable String plan) {}

    /** A plan; confirmed is its giving-out's id, null as long as one only looks. */
    record Plan(
            SharePolicy policy,
            String plan,
            @Nullable UUID confirmed,
            List<Product> products,
            List<Household> households,
            long refundFen) {}

    record Product(UUID product, String name, String spec, int expected, int usable, int missing) {}

    record Household(String door, List<Goods> goods, long refundFen, long byHandFen) {}

    record Goods(UUID product, int ordered, int given, long refundFen, long byHandFen, String sentence) {}

    /** A giving-out and how far it has come. */
    record Round(UUID id, SharePolicy policy, int orders, int settled, int missing) {}

    @GetMapping
    List<Round> rounds(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return rows.rounds(cycles.ledBy(me.member(), code)).stream()
                .map(it -> new Round(it.id(), it.policy(), it.orders(), it.settled(), it.missing()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Plan> give(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody Wish wish,
            @Nullable CommandKey key,
            Locale locale) {
        var cycle = cycles.ledBy(me.member(), code);
        var policy = wish.policy();
        if (policy == null) {
            throw new Invalid("policy", "receiving-policy-missing");
        }
        var inNeed = inNeed(cycle, wish);
        if (Boolean.TRUE.equals(wish.dryRun())) {
            return ResponseEntity.ok(read(planning.plan(cycle, policy, inNeed), null, locale));
        }
        var token = wish.plan();
        if (token == null) {
            throw new Invalid("plan", "receiving-plan-missing");
        }
        return commands.once(CommandKey.needed(key).with(wish), Plan.class, () -> {
                    var plan = planning.plan(cycle, policy, inNeed);
                    var id = confirming.confirm(me.member(), cycle, new Yes(policy, inNeed, token));
                    return read(plan, id, locale);
                })
                .with(HttpStatus.CREATED);
    }

    private Set<OrderId> inNeed(CycleCard cycle, Wish wish) {
        var codes = wish.inNeed();
        return codes == null || wish.policy() != SharePolicy.BY_NEED
                ? Set.of()
                : book.expectedOf(cycle.community(), cycle.id()).stream()
                        .filter(it -> codes.contains(it.code().value()))
                        .map(OrderSheet::id)
                        .collect(Collectors.toSet());
    }

    private Plan read(ShortagePlan plan, @Nullable UUID confirmed, Locale locale) {
        var view = ShortageView.of(plan, words, locale);
        var doors = new ArrayList<>(view.fewer());
        doors.addAll(view.same());
        return new Plan(
                plan.policy(),
                plan.token(),
                confirmed,
                plan.products().stream().map(ShortageResources::product).toList(),
                doors.stream().map(ShortageResources::household).toList(),
                plan.refunds().fen());
    }

    private static Product product(ShortagePlan.Product product) {
        var goods = product.goods();
        return new Product(
                goods.product(), goods.name(), goods.spec(), goods.expected(), goods.usable(), goods.missing());
    }

    private static Household household(Door door) {
        return new Household(
                door.door().isEmpty() ? door.name() : door.door(),
                door.lines().stream()
                        .map(it -> new Goods(
                                it.product(),
                                it.ordered(),
                                it.given(),
                                it.back().refund().fen(),
                                it.back().byHand().fen(),
                                it.sentence()))
                        .toList(),
                door.back().refund().fen(),
                door.back().byHand().fen());
    }
}

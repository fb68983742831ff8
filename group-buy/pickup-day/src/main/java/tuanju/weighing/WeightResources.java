package tuanju.weighing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Weights for programs, such as a scale that is connected. Others than the cycle's leader find nothing here. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/weights")
@RequiredArgsConstructor
class WeightResources {

    private final OrderCycles cycles;
    private final Weighing weighing;
    private final Commands commands;

    /** One order's pieces of a product; grams is null until they are weighed, refundFen what goes back. */
    record Weight(
            String order,
            UUID product,
            String name,
            String spec,
            int pieces,
            int expectedGrams,
            @Nullable Integer grams,
            long paidFen,
            long refundFen,
            boolean settled) {

        static Weight of(WeighedLine it) {
            return new Weight(
                    it.code().value(),
                    it.product(),
                    it.productName(),
                    it.spec(),
                    it.pieces(),
                    it.expectedGrams(),
                    it.grams(),
                    it.paid().fen(),
                    it.back().fen(),
                    it.isSettled());
        }
    }

    /**
     * What the scale says.
     *
     * @param confirmed true for more than the pieces may weigh: without it, 409 asks
     */
    record Grams(@Nullable Integer grams, @Nullable Boolean confirmed) {}

    /** How many orders are paid back. */
    record Settlement(int orders) {}

    @GetMapping
    List<Weight> all(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        return weighing.lines(cycles.ledBy(me.member(), code)).stream()
                .map(Weight::of)
                .toList();
    }

    @PutMapping("/{order}/{product}")
    ResponseEntity<Weight> weigh(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable Code order,
            @PathVariable UUID product,
            @RequestBody Grams weight,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var line = key(cycle, order, product);
        var grams = weight.grams();
        boolean isSure = Boolean.TRUE.equals(weight.confirmed());
        if (grams == null) {
            throw new Invalid("grams", "weighing-whole");
        }
        return commands.once(
                        key.with(weight),
                        Weight.class,
                        () -> Weight.of(weighing.weigh(me.member(), cycle, line, grams, isSure)))
                .with(HttpStatus.OK);
    }

    @PostMapping("/settlement")
    ResponseEntity<Settlement> settle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        return commands.once(key, Settlement.class, () -> new Settlement(weighing.settle(me.member(), cycle)))
                .with(HttpStatus.OK);
    }

    private WeighedRows.Key key(CycleCard cycle, Code order, UUID product) {
        return weighing.lines(cycle).stream()
                .filter(it -> it.code().equals(order) && it.product().equals(product))
                .findFirst()
                .map(it -> new WeighedRows.Key(it.order().value(), product))
                .orElseThrow(NotFound::new);
    }
}

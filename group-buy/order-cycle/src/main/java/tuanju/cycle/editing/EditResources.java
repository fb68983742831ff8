package tuanju.cycle.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Changing a cycle that is open, for programs: look first (without seen), then save exactly what was shown. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/edition")
@RequiredArgsConstructor
class EditResources {

    private static final int LATEST = 100;

    private final OrderCycles cycles;
    private final CycleEditing editing;
    private final EditRows rows;
    private final Commands commands;

    /** A product as it is sold; price of a piece, or of 500 g where it is sold by weight. */
    record Product(
            UUID id,
            String name,
            String spec,
            long priceFen,
            @Nullable Integer limit,
            int sold,
            String description,
            boolean stopped) {

        private static Product of(Edition.Goods goods) {
            var item = goods.item();
            var weight = item.terms().weight();
            return new Product(
                    goods.id(),
                    item.name(),
                    item.spec(),
                    (weight == null ? item.price() : weight.per500g()).fen(),
                    item.limit(),
                    goods.was() == null ? 0 : goods.was().taken(),
                    goods.description(),
                    goods.stopped());
        }
    }

    /** What became another, in fen and in instants. */
    record Changed(Change.What what, String about, String was, String becomes, int edition, Instant at) {}

    /** A cycle as its leader may change it, and what they changed, the latest first. */
    record Now(
            int edition,
            String title,
            String introduction,
            Instant cutOff,
            List<Product> products,
            List<Changed> changes) {}

    /**
     * What a change is, or was.
     *
     * @param orders those that become cheaper
     * @param moving orders collected elsewhere or at another time
     * @param backFen what goes back by itself, of orders that are paid now or later
     * @param seen to be sent to save exactly this; null once it is saved
     */
    record Outcome(
            List<Change> changes,
            long orders,
            long moving,
            long backFen,
            long byHandFen,
            @Nullable String seen) {

        private static Outcome of(Preview preview, boolean isSaved) {
            return new Outcome(
                    preview.changes(),
                    preview.cheaper(),
                    preview.moving(),
                    preview.back().fen(),
                    preview.byHand().fen(),
                    isSaved ? null : preview.token());
        }
    }

    @GetMapping
    Now now(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var cycle = cycles.ledBy(me.member(), code);
        var now = editing.now(cycle);
        return new Now(
                cycle.turns().edition(),
                now.title(),
                now.introduction(),
                now.cutOff(),
                now.goods().stream().map(Product::of).toList(),
                rows.of(cycle, LATEST).stream()
                        .map(it -> new Changed(
                                it.change().what(),
                                it.change().about(),
                                it.change().was(),
                                it.change().becomes(),
                                it.edition(),
                                it.at()))
                        .toList());
    }

    @PutMapping
    ResponseEntity<Outcome> change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody EditWish wish,
            @Nullable CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        if (wish.seen() == null) {
            return ResponseEntity.ok(Outcome.of(editing.look(cycle, wish), false));
        }
        return commands.once(
                        CommandKey.needed(key).with(wish),
                        Outcome.class,
                        () -> Outcome.of(editing.save(me.member(), cycle, wish), true))
                .with(HttpStatus.OK);
    }
}

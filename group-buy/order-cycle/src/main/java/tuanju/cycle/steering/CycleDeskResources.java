package tuanju.cycle.steering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Communities;
import tuanju.cycle.CycleStatus;
import tuanju.order.dues.DuesInFen;

/** For operators over REST: the cycles of every community, looked for and sorted as on their page. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/cycles")
class CycleDeskResources {

    private final CycleDesk desk;
    private final Communities communities;

    /**
     * One cycle.
     *
     * @param leader their name
     * @param orders those whose goods come or came
     * @param unpaid those of which something is not paid
     */
    record Cycle(
            UUID community,
            UUID id,
            String code,
            String title,
            String leader,
            CycleStatus status,
            Instant cutOff,
            Instant pickupFrom,
            int orders,
            int unpaid,
            int collected,
            DuesInFen dues) {

        private static Cycle of(CycleDesk.Found it) {
            var card = it.card();
            var standing = it.standing();
            return new Cycle(
                    card.community().value(),
                    card.id(),
                    card.code().value(),
                    card.title(),
                    it.leader(),
                    card.status(),
                    card.cutOff(),
                    card.pickupFrom(),
                    standing.orders(),
                    standing.unpaid(),
                    standing.collected(),
                    DuesInFen.of(standing.dues()));
        }
    }

    /** How many match, how many of their orders come or came, and where the money of all their orders is. */
    record Total(int cycles, int orders, DuesInFen dues) {}

    /**
     * A page.
     *
     * @param next to be sent as "after"; null on the last page
     * @param total null where more than 200 match, until sum=all is sent
     */
    record Page(
            List<Cycle> items,
            @Nullable String next,
            @Nullable Total total) {}

    /** The latest cut-off first, unless sorted otherwise; no drafts. */
    @GetMapping
    Page cycles(CyclesAsked asked) {
        var page = desk.find(asked.search(communities), asked.turn(), asked.addsUpAll());
        var total = page.total();
        return new Page(
                page.cycles().stream().map(Cycle::of).toList(),
                page.more() ? page.cycles().getLast().card().code().value() : null,
                total == null ? null : new Total(total.cycles(), total.orders(), DuesInFen.of(total.dues())));
    }
}

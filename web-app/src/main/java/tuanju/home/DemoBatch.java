package tuanju.home;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover;
import tuanju.order.fulfilment.Handover.InventedPast;
import tuanju.payout.InventedPayouts;

/** What one referrer of the demo earned becomes theirs within some minutes, and waits in a batch for a second operator. */
@Slf4j
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoBatch {

    private final Links links;
    private final Handover handover;
    private final InventedPast past;
    private final InventedPayouts payouts;

    private final AtomicReference<@Nullable Sales> waiting = new AtomicReference<>();
    private volatile boolean handed;

    /** What somebody sold by a link, and the operator who approves first that it is paid. */
    record Sales(DemoMorning.Cast cast, MemberId referrer, Code link, List<OrderId> orders, MemberId operator) {}

    void prepare(Sales sales) {
        waiting.set(sales);
    }

    /** Called each minute: commissions and settlements come by the clock, too. */
    void goOn() {
        var sales = waiting.get();
        if (sales == null || !isHeardOf(sales)) {
            return;
        }
        var community = sales.cast().community();
        if (!handed) {
            for (var order : sales.orders()) {
                handover.collect(community, order, sales.cast().leader());
            }
            past.complete(community, sales.orders());
            handed = true;
        }
        if (payouts.ask(sales.referrer(), community, sales.operator())) {
            waiting.set(null);
            log.info("A batch of withdrawals waits for its second operator");
        }
    }

    private boolean isHeardOf(Sales sales) {
        return links.results(sales.referrer(), List.of(sales.link()), 1).stream()
                .anyMatch(
                        it -> it.paid() >= sales.orders().size() && !it.earned().isZero());
    }
}

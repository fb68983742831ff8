package tuanju.home;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.link.Links;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover.InventedPast;
import tuanju.payout.InventedPayouts;

/** What one referrer of the demo earned becomes theirs within some minutes, and waits in a batch for a second operator. */
@Slf4j
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoBatch {

    private final Links links;
    private final InventedPast past;
    private final InventedPayouts payouts;

    private final AtomicReference<@Nullable Sales> waiting = new AtomicReference<>();

    /** What somebody sold by a link, and the operator who approves first that it is paid. */
    record Sales(CommunityId community, MemberId referrer, Code link, List<OrderId> orders, MemberId operator) {}

    void prepare(Sales sales) {
        waiting.set(sales);
    }

    /** Called each minute: commissions and settlements come by the clock, too. */
    void goOn() {
        var sales = waiting.get();
        if (sales == null || !isHeardOf(sales)) {
            return;
        }
        past.complete(sales.community(), sales.orders());
        if (payouts.ask(sales.referrer(), sales.community(), sales.operator())) {
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

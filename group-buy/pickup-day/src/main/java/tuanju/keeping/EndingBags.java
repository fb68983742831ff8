package tuanju.keeping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.community.CommunityId;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.UnclaimedOrders;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;

/**
 * Ends what was decided about bags nobody came for, once the decision has stood long enough: a bag that was given away
 * completes its order, one that was returned refunds it. Each in a transaction of its own.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class EndingBags {

    private static final int MOST = 500;

    private final BagSteps steps;
    private final UnclaimedOrders unclaimed;
    private final Handover handover;
    private final OrderBook book;
    private final Buyers buyers;
    private final KeepingSettings settings;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    /** An order whose bag was decided about, and how. */
    private record Due(CommunityId community, UUID order, Step step, Instant at) {}

    /** Ends all that are due, and answers how many; one that cannot end does not hold up the others. */
    int run() {
        int ended = 0;
        for (var due : due()) {
            try {
                ended += Boolean.TRUE.equals(transaction.execute(status -> end(due))) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("The bag of order {} could not be ended", due.order(), e);
            }
        }
        return ended;
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select community_id, order_id, step, at from (
                            select distinct on (community_id, order_id) community_id, order_id, step, at from bag_step
                            where step in ('GIVEN_AWAY', 'RETURNED', 'REOPENED')
                            order by community_id, order_id, nr desc) last
                        where step <> 'REOPENED' and at <= now() - make_interval(secs => :stands) and not exists (
                            select from bag_end e where e.community_id = last.community_id and e.order_id = last.order_id)
                        order by at limit :most
                        """)
                .param("stands", (double) settings.decisionStands().toSeconds())
                .param("most", MOST)
                .query((row, number) -> new Due(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("order_id", UUID.class),
                        Step.valueOf(row.getString("step")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Under the lock of the order, which whoever takes the decision back needs too. */
    private boolean end(Due due) {
        var order = new OrderId(due.order());
        if (book.sheet(due.community(), order).status() == OrderStatus.CONFIRMED) {
            handover.hold(due.community(), order);
            if (!stillStands(due)) {
                return false;
            }
            tell(due, order);
            if (due.step() == Step.GIVEN_AWAY) {
                unclaimed.complete(due.community(), order);
            } else {
                unclaimed.refund(due.community(), order);
            }
        }
        return note(due);
    }

    /** This decision, and not one made anew since. */
    private boolean stillStands(Due due) {
        return steps.decisions(due.community(), List.of(due.order())).stream()
                .anyMatch(decision ->
                        decision.step() == due.step() && decision.at().equals(due.at()));
    }

    private boolean note(Due due) {
        return jdbc.sql("""
                                insert into bag_end (community_id, order_id, step) values (:community, :order, :step)
                                on conflict do nothing
                                """)
                        .param("community", due.community().value())
                        .param("order", due.order())
                        .param("step", due.step().name())
                        .update()
                == 1;
    }

    /** What is refunded is told by the refund. */
    private void tell(Due due, OrderId order) {
        if (due.step() == Step.GIVEN_AWAY) {
            buyers.tell(
                    due.community(),
                    List.of(order),
                    it -> Notification.of("bag-end:" + order.value(), "keeping.told.ended", it.page(), it.goods()));
        }
    }
}

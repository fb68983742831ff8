package tuanju.desk.handover;

import java.util.Collection;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.desk.Desk;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;
import tuanju.order.dues.TakenByHand;

/** Asks before a bag goes that is not paid, and keeps what was answered. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class UnpaidBags {

    private final OrderDues dues;
    private final TakenByHand taken;
    private final JdbcClient jdbc;

    /** Where the answer is kept. */
    enum Kept {
        HANDOVER,
        HANDOVER_PART
    }

    /**
     * Refuses with BagNotPaid (409) where something of these orders is open and nobody answered for just that. Asked under
     * the locks of the orders, so that nothing is added to them meanwhile.
     */
    void settle(Desk desk, Collection<UUID> orders, OpenDue said, Kept kept) {
        var community = desk.community().id();
        var found = dues.of(community, orders);
        var open = Dues.sum(found.values()).open();
        if (open.isZero()) {
            return;
        }
        if (!said.isFor(open.fen())) {
            throw new BagNotPaid(open);
        }
        found.forEach((order, due) -> {
            if (said.payment() == OpenDue.Payment.TAKEN) {
                taken.all(community, new OrderId(order), desk.attendant(), TakenByHand.Cause.DESK);
            } else {
                keep(desk, order, due.open(), kept);
            }
        });
    }

    private void keep(Desk desk, UUID order, Money open, Kept kept) {
        jdbc.sql("update " + (kept == Kept.HANDOVER ? "handover" : "handover_part") + """
                         set unpaid_fen = :fen
                        where community_id = :community and order_id = :order and undone_at is null and unpaid_fen = 0
                        """)
                .param("fen", open.fen())
                .param("community", desk.community().id().value())
                .param("order", order)
                .update();
    }
}

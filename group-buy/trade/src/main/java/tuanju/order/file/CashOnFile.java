package tuanju.order.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;
import tuanju.order.dues.TakenByHand;
import tuanju.order.dues.TakenTogether;
import tuanju.order.life.OrderRows;
import tuanju.payment.OfflinePayments;

/**
 * What an operator notes of one order's cash or transfer in its leader's stead, by the same rule: all of what is due, an
 * order placed here after a moment in which it may be undone, and every act on record under the operator's name.
 */
@Component
@RequiredArgsConstructor
class CashOnFile {

    private final OfflinePayments payments;
    private final OrderRows rows;
    private final OrderDues dues;
    private final TakenByHand byHand;
    private final TakenTogether together;
    private final JdbcClient jdbc;

    /**
     * Money that may be noted, or was.
     *
     * @param payment the code of the payment that waits for it; null for an order from elsewhere
     * @param countsAt when what was noted counts; null where nothing was, or where it counts already
     */
    record Open(
            Money amount,
            @Nullable String payment,
            @Nullable Instant countsAt) {}

    /** Empty where nobody has to give its leader anything, or they could not note it either. */
    Optional<Open> of(CommunityId community, OrderSheet order) {
        if (order.kind() == OrderKind.IMPORT) {
            var open = order.dues().open();
            return open.isZero() ? Optional.empty() : Optional.of(new Open(open, null, null));
        }
        return payments.due(community).stream()
                .filter(it -> it.order().equals(order.id().value()))
                .map(it -> new Open(
                        it.amount(), it.code(), payments.counting(community).get(it.code())))
                .findFirst();
    }

    /** What this operator noted of an order from elsewhere, and may undo. */
    List<UUID> noted(CommunityId community, OrderId order, MemberId operator) {
        return jdbc.sql("""
                        select id from order_taken_by_hand
                        where community_id = :community and order_id = :order and actor_id = :by and undone_at is null
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .param("by", operator.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** All of it came. Refuses with NotFound where nothing is due, with Invalid another amount than is. */
    @Transactional
    public void take(MemberId operator, CommunityId community, OrderSheet order, long amountFen) {
        var open = of(community, order).orElseThrow(NotFound::new);
        var payment = open.payment();
        if (payment != null) {
            refuseOther(open.amount(), amountFen);
            payments.receive(community, payment, operator, "");
            return;
        }
        rows.hold(community, order.id());
        var now = dues.of(community, List.of(order.id().value()))
                .getOrDefault(order.id().value(), Dues.NOTHING);
        refuseOther(now.open(), amountFen);
        byHand.all(community, order.id(), operator, TakenByHand.Cause.TICKED);
    }

    /**
     * It did not come after all. Refuses with NotFound what this operator did not note, with ReceiptCounts (409) what counts
     * already, with PaidBackAlready (409) what was paid back since.
     */
    @Transactional
    public void takeBack(MemberId operator, CommunityId community, OrderSheet order) {
        if (order.kind() == OrderKind.IMPORT) {
            var noted = noted(community, order.id(), operator);
            if (noted.isEmpty()) {
                throw new NotFound();
            }
            together.undo(community, noted, operator);
            return;
        }
        var payment = of(community, order).map(Open::payment).orElseThrow(NotFound::new);
        payments.takeBack(community, payment, operator);
    }

    private static void refuseOther(Money due, long amountFen) {
        if (due.fen() != amountFen) {
            throw new Invalid("amountFen", "cash-other-amount", due.toString());
        }
    }
}

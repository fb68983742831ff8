package tuanju.order.dues;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.life.OrderRows;

/**
 * What leaders took by hand for orders that came from elsewhere: how much, when, and who says so. Every method joins the
 * caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class TakenByHand {

    private final OrderRows rows;
    private final OrderDues dues;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    /** How it is known that something was taken. */
    public enum Cause {
        /** The leader ticked it, or an operator in their stead. */
        TICKED,
        /** The leader was given cash. */
        CASH,
        /** The leader was sent a transfer. */
        TRANSFER,
        /** A chain list says so. */
        LIST,
        /** It was paid when the bag went. */
        DESK,
        /** It was paid in the tool the order comes from. */
        IMPORTED,
        /** It was paid for an order the same guest had before. */
        CARRIED
    }

    /** All that is open of this order was taken; nothing happens where nothing is. Answers how much that was. */
    public Money all(CommunityId community, OrderId order, @Nullable MemberId by, Cause cause) {
        var locked = rows.lock(community, order).orElseThrow(NotFound::new);
        var open =
                locked.order().kind() == OrderKind.IMPORT ? of(community, order).open() : Money.ZERO;
        if (!open.isZero()) {
            insert(community, order, open, by, cause);
            record(community, by, "order.taken", order, open);
        }
        return open;
    }

    /**
     * Nothing was taken after all. Refuses with PaidBackAlready (409) while something of it is noted as paid back by hand.
     */
    public void undo(CommunityId community, OrderId order, MemberId by) {
        rows.hold(community, order);
        boolean isPaidBack = jdbc.sql("""
                        select exists (select from order_paid_back_by_hand
                            where community_id = :community and order_id = :order and undone_at is null)
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query(Boolean.class)
                .single();
        if (isPaidBack) {
            throw new PaidBackAlready();
        }
        var had = of(community, order).withLeader();
        jdbc.sql("""
                        update order_taken_by_hand set undone_at = clock_timestamp(), undone_by = :by
                        where community_id = :community and order_id = :order and undone_at is null
                        """)
                .param("by", by.value())
                .param("community", community.value())
                .param("order", order.value())
                .update();
        if (!had.isZero()) {
            record(community, by, "order.taken-undone", order, had);
        }
    }

    /** How much went on from one order to another, and what was noted of the other for it. */
    public record Carried(Money amount, TakenTogether.Noted noted) {}

    /**
     * What the leader still holds of an order that was taken back counts for the one the guest has now; empty where they hold
     * nothing.
     */
    public Optional<Carried> carry(CommunityId community, OrderId from, OrderId to, MemberId by) {
        rows.hold(community, from);
        var held = of(community, from).tooMuch();
        if (held.isZero()) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into order_paid_back_by_hand (community_id, id, order_id, amount_fen, why, how, note, paid_on,
                            actor_id)
                        values (:community, :id, :from, :fen, 'FEWER', 'CARRIED', '', current_date, :by)
                        """)
                .param("community", community.value())
                .param("id", Ids.next())
                .param("from", from.value())
                .param("fen", held.fen())
                .param("by", by.value())
                .update();
        var noted = new TakenTogether.Noted(insert(community, to, held, by, Cause.CARRIED), to);
        return Optional.of(new Carried(held, noted));
    }

    private Dues of(CommunityId community, OrderId order) {
        return dues.of(community, List.of(order.value())).getOrDefault(order.value(), Dues.NOTHING);
    }

    private UUID insert(CommunityId community, OrderId order, Money amount, @Nullable MemberId by, Cause cause) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into order_taken_by_hand (community_id, id, order_id, amount_fen, cause, actor_id)
                        values (:community, :id, :order, :fen, :cause, :by)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("order", order.value())
                .param("fen", amount.fen())
                .param("cause", cause.name())
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .update();
        return id;
    }

    private void record(CommunityId community, @Nullable MemberId by, String act, OrderId order, Money amount) {
        if (by != null) {
            var code = jdbc.sql("select code from orders where community_id = :community and id = :order")
                    .param("community", community.value())
                    .param("order", order.value())
                    .query(String.class)
                    .single();
            audit.record(by.value(), act, "order " + code, amount.toString());
        }
    }
}

package tuanju.order.dues;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/**
 * What leaders took by hand for many orders at once, as lists say it: a few statements, however many orders. Every method
 * joins the caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class TakenTogether {

    private final AuditTrail audit;
    private final JdbcClient jdbc;

    /** What was noted of an order; by its id it is taken back later, and nothing else of the order. */
    public record Noted(UUID id, OrderId order) {}

    private record Said(Noted noted, AuditTrail.Line line) {}

    /** So much of each of these orders was taken, where exactly that is open; an order that owes another amount is left alone. */
    public List<Noted> exactly(CommunityId community, Map<OrderId, Money> amounts, MemberId by) {
        return exactly(community, amounts, by, TakenByHand.Cause.LIST);
    }

    /** The same, known in another way than from a list. */
    public List<Noted> exactly(
            CommunityId community, Map<OrderId, Money> amounts, MemberId by, TakenByHand.Cause cause) {
        if (amounts.isEmpty()) {
            return List.of();
        }
        var orders = List.copyOf(amounts.entrySet());
        hold(community, orders.stream().map(it -> it.getKey().value()).toList());
        var said = jdbc.sql("""
                        with taken as (
                            insert into order_taken_by_hand (community_id, order_id, amount_fen, cause, actor_id)
                            select o.community_id, o.id, wanted.fen, :cause, :by
                            from unnest(:orders::uuid[], :fen::bigint[]) as wanted (order_id, fen)
                            join orders o on o.community_id = :community and o.id = wanted.order_id and o.kind = 'IMPORT'
                            join order_due d on d.community_id = o.community_id and d.order_id = o.id
                            where d.open_fen = wanted.fen
                            returning id, order_id, amount_fen)
                        select t.id, t.order_id, t.amount_fen, o.code from taken t
                        join orders o on o.community_id = :community and o.id = t.order_id
                        """)
                .param("by", by.value())
                .param("cause", cause.name())
                .param("community", community.value())
                .param("orders", orders.stream().map(it -> it.getKey().value()).toArray(UUID[]::new))
                .param("fen", orders.stream().map(it -> it.getValue().fen()).toArray(Long[]::new))
                .query((row, number) -> new Said(
                        new Noted(row.getObject("id", UUID.class), new OrderId(row.getObject("order_id", UUID.class))),
                        line(row.getString("code"), row.getLong("amount_fen"))))
                .list();
        audit.record(by.value(), "order.taken", said.stream().map(Said::line).toList());
        return said.stream().map(Said::noted).toList();
    }

    /**
     * What was noted under these ids was not taken after all; what is known otherwise of the same orders stays. Refuses with
     * PaidBackAlready (409) where more is noted as paid back by hand than would be left.
     */
    public void undo(CommunityId community, Collection<UUID> noted, MemberId by) {
        var ids = noted.toArray(UUID[]::new);
        if (isPaidBack(community, ids, hold(community, ordersOf(community, ids)))) {
            throw new PaidBackAlready();
        }
        var undone = jdbc.sql("""
                        with undone as (
                            update order_taken_by_hand set undone_at = clock_timestamp(), undone_by = :by
                            where community_id = :community and id = any(:ids) and undone_at is null
                            returning order_id, amount_fen)
                        select o.code, u.amount_fen from undone u
                        join orders o on o.community_id = :community and o.id = u.order_id
                        """)
                .param("by", by.value())
                .param("community", community.value())
                .param("ids", ids)
                .query((row, number) -> line(row.getString("code"), row.getLong("amount_fen")))
                .list();
        audit.record(by.value(), "order.taken-undone", undone);
    }

    private List<UUID> ordersOf(CommunityId community, UUID[] noted) {
        return jdbc.sql("""
                        select distinct order_id from order_taken_by_hand
                        where community_id = :community and id = any(:ids) and undone_at is null
                        """)
                .param("community", community.value())
                .param("ids", noted)
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** Whoever else decides about these orders waits until the transaction ends. */
    private UUID[] hold(CommunityId community, List<UUID> orders) {
        return jdbc.sql(
                        "select id from orders where community_id = :community and id = any(:ids) order by id for update")
                .param("community", community.value())
                .param("ids", orders.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private boolean isPaidBack(CommunityId community, UUID[] noted, UUID[] orders) {
        return jdbc.sql("""
                        select exists (
                            select from order_paid_back_by_hand b
                            where b.community_id = :community and b.order_id = any(:orders) and b.undone_at is null
                            group by b.order_id
                            having sum(b.amount_fen) > coalesce((
                                select sum(t.amount_fen) from order_taken_by_hand t
                                where t.community_id = :community and t.order_id = b.order_id and t.undone_at is null
                                    and t.id <> all(:ids)), 0))
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .param("ids", noted)
                .query(Boolean.class)
                .single();
    }

    private static AuditTrail.Line line(String code, long fen) {
        return new AuditTrail.Line("order " + code, Money.ofFen(fen).toString());
    }
}

package tuanju.order.aftersale;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.TellingLess.Less;
import tuanju.order.life.OrderRows;
import tuanju.payment.Refunds;

/**
 * Gives part of a line's price back while the goods stay with their buyer: something crushed, or lighter than said. The
 * lines stay as they were sold; goods that do not come at all go through {@link CalledOff}.
 */
@Component
@RequiredArgsConstructor
public class Allowances {

    private static final Set<OrderStatus> SOLD =
            EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.COLLECTED, OrderStatus.COMPLETED);

    private final OrderRows rows;
    private final Refunds refunds;
    private final TellingLess less;
    private final JdbcClient jdbc;

    /**
     * Gives it and requests the refund; the same key twice is once. An import was paid elsewhere: it is noted here, and
     * its money goes back where it was taken. Refuses with NotRefundable (409) an order whose goods are not sure to come,
     * with AllowanceTooHigh (409) more than is left of the line's price, with NotFound a line the order does not have.
     * Joins the caller's transaction, and touches the community's busy accounts: call it last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(CommunityId community, OrderId id, Allowance allowance, OrderChange change) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (isGiven(community, id, allowance.key())) {
            return;
        }
        if (!SOLD.contains(order.status())) {
            throw new NotRefundable();
        }
        var left = left(community, id, allowance);
        if (allowance.amount().compareTo(left) > 0) {
            throw new AllowanceTooHigh(OrderLineCard.title(allowance.productName(), allowance.spec()), left);
        }
        remember(community, id, allowance, change);
        less.tell(
                community,
                order,
                new Less(
                        "allowance:" + allowance.key(),
                        OrderLineCard.title(allowance.productName(), allowance.spec()),
                        new OrderChange(change.actor(), allowance.cause()),
                        allowance.amount()));
        if (order.order().kind() != OrderKind.IMPORT) {
            refunds.difference(
                    community, id.value(), allowance.amount(), allowance.cause(), "allowance-" + allowance.key());
        }
    }

    /** Everything given for the orders of a cycle or team, oldest first. */
    @Transactional(readOnly = true)
    public List<AllowanceGiven> ofSource(CommunityId community, UUID source) {
        return jdbc.sql("""
            select a.order_id, a.product_name, a.spec, a.fen, a.at, a.actor_id, a.cause
            from orders o join order_adjustment a on a.community_id = o.community_id and a.order_id = o.id
            where o.community_id = :community and o.source_id = :source and a.was is null order by a.step
            """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> given(row))
                .list();
    }

    /** Everything given for one order, oldest first. */
    @Transactional(readOnly = true)
    public List<AllowanceGiven> of(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select order_id, product_name, spec, fen, at, actor_id, cause from order_adjustment
            where community_id = :community and order_id = :order and was is null order by step
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> given(row))
                .list();
    }

    private boolean isGiven(CommunityId community, OrderId order, String key) {
        return jdbc.sql("""
            select exists (select from order_adjustment
                where community_id = :community and order_id = :order and request_key = :key)
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** What of the line's price did not go back yet. */
    private Money left(CommunityId community, OrderId order, Allowance allowance) {
        return jdbc.sql("""
            select sum(l.amount_fen)::bigint - (
                select coalesce(sum(case when a.was is null then a.fen else -a.before_fen end), 0)::bigint from order_adjustment a
                where a.community_id = :community and a.order_id = :order and a.product_name = :name and a.spec = :spec)
            from order_line l
            where l.community_id = :community and l.order_id = :order and l.product_name = :name and l.spec = :spec
            having count(*) > 0
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", allowance.productName())
                .param("spec", allowance.spec())
                .query(Long.class)
                .optional()
                .map(fen -> Money.ofFen(Math.max(fen, 0)))
                .orElseThrow(NotFound::new);
    }

    private void remember(CommunityId community, OrderId order, Allowance allowance, OrderChange change) {
        jdbc.sql("""
            with given as (
                insert into order_adjustment (community_id, order_id, line_id, product_name, spec, kind, bearer, fen, actor_id,
                    cause, request_key)
                select :community, :order, l.id, :name, :spec, :kind, :bearer, :fen, :actor, :cause, :key
                from order_line l where l.community_id = :community and l.order_id = :order
                    and l.product_name = :name and l.spec = :spec
                order by l.position limit 1)
            update orders set allowed_fen = allowed_fen + :fen where community_id = :community and id = :order
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", allowance.productName())
                .param("spec", allowance.spec())
                .param("kind", allowance.kind().name())
                .param("bearer", allowance.kind().bearer().name())
                .param("fen", allowance.amount().fen())
                .param("actor", change.actor() == null ? null : change.actor().value(), Types.OTHER)
                .param("cause", allowance.cause())
                .param("key", allowance.key())
                .update();
    }

    private static AllowanceGiven given(ResultSet row) throws SQLException {
        @Nullable UUID actor = row.getObject("actor_id", UUID.class);
        return new AllowanceGiven(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("product_name"),
                row.getString("spec"),
                Money.ofFen(row.getLong("fen")),
                instant(row, "at"),
                actor == null ? null : new MemberId(actor),
                row.getString("cause"));
    }
}

package tuanju.order.life;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderId;
import tuanju.order.OrderSettings;
import tuanju.order.Times;

/** Completed orders whose money is still their customers'. Imports were paid elsewhere and are never among them. */
@Component
@RequiredArgsConstructor
public class CompletedOrders {

    /** What an order o cost less than its goods when it was placed, out of its leader's fee. */
    public static final String LEADER_GAVE = """
            (select coalesce(sum(d.amount_fen), 0)::bigint from order_discount d
                where d.community_id = o.community_id and d.order_id = o.id and d.funder = 'LEADER')
            """;

    private final JdbcClient jdbc;
    private final OrderSettings settings;

    /**
     * A completed order that is not settled.
     *
     * @param leader whose pickup point it was collected at
     * @param asked what was asked for it when it was placed
     * @param leaderGave what it cost less than its goods then, out of the leader's fee
     * @param fee the leader's share; null where the order does not say, being older than that
     * @param sharers how many get a share beside the leader
     */
    public record Unsettled(
            CommunityId community,
            OrderId id,
            MemberId leader,
            Money asked,
            Money leaderGave,
            Instant placed,
            Instant collected,
            @Nullable Percentage fee,
            int sharers) {}

    /** Who gets a share of an order beside its leader, and of how much of its price. */
    public record Sharer(Entitlement.Kind kind, MemberId member, Percentage share, Money base) {}

    /** How long after hand-over an order counts as completed. */
    public Duration completedAfter() {
        return settings.completedAfter();
    }

    /** The longest handed over first, at most so many, after that one. */
    @Transactional(readOnly = true)
    public List<Unsettled> unsettled(@Nullable Unsettled after, int limit) {
        return jdbc.sql("""
                        select community_id, id, pickup_leader_id, amount_fen + returned_fen as asked_fen,
                            %s as leader_gave_fen, placed_at, collected_at, e.fee_points, coalesce(e.sharers, 0) as sharers
                        from orders o
                        left join lateral (
                            select max(basis_points) filter (where kind = 'LEADER_FEE') as fee_points,
                                count(*) filter (where kind <> 'LEADER_FEE') as sharers
                            from order_entitlement
                            where community_id = o.community_id and order_id = o.id) e on true
                        where status = 'COMPLETED' and kind <> 'IMPORT' and settled_at is null
                            and (collected_at, id) > (:collected, :id)
                        order by collected_at, id limit :limit
                        """.formatted(LEADER_GAVE))
                .param("collected", Times.sql(after == null ? Instant.EPOCH : after.collected()))
                .param("id", after == null ? new UUID(0, 0) : after.id().value())
                .param("limit", limit)
                .query(CompletedOrders::row)
                .list();
    }

    /** Whoever gets a share of it beside its leader. */
    @Transactional(readOnly = true)
    public List<Sharer> sharers(Unsettled order) {
        return order.sharers() == 0
                ? List.of()
                : jdbc.sql("""
                        select kind, member_id, basis_points, base_fen from order_entitlement
                        where community_id = :community and order_id = :order and kind <> 'LEADER_FEE' order by position
                        """)
                        .param("community", order.community().value())
                        .param("order", order.id().value())
                        .query((row, number) -> new Sharer(
                                Entitlement.Kind.valueOf(row.getString("kind")),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                new Percentage(row.getInt("basis_points")),
                                Money.ofFen(row.getLong("base_fen"))))
                        .list();
    }

    /** Marks it as settled and holds its row. Answers false when it is settled already, or no longer completed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Unsettled order) {
        return jdbc.sql("""
                        update orders set settled_at = now()
                        where community_id = :community and id = :id and status = 'COMPLETED' and kind <> 'IMPORT'
                            and settled_at is null
                        """)
                        .param("community", order.community().value())
                        .param("id", order.id().value())
                        .update()
                == 1;
    }

    private static Unsettled row(ResultSet row, int number) throws SQLException {
        @Nullable Integer fee = row.getObject("fee_points", Integer.class);
        return new Unsettled(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new OrderId(row.getObject("id", UUID.class)),
                new MemberId(row.getObject("pickup_leader_id", UUID.class)),
                Money.ofFen(row.getLong("asked_fen")),
                Money.ofFen(row.getLong("leader_gave_fen")),
                instant(row, "placed_at"),
                instant(row, "collected_at"),
                fee == null ? null : new Percentage(fee),
                row.getInt("sharers"));
    }
}

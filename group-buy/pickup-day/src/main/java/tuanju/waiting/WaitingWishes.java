package tuanju.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** The table of those who wait. */
@Component
@RequiredArgsConstructor
class WaitingWishes {

    private static final String WISH = """
            select w.id, w.cycle_id, w.product_id, w.member_id, w.quantity, w.point_id, w.since, w.status, w.order_id,
                (select count(*) from waiting_wish a where a.community_id = w.community_id and a.cycle_id = w.cycle_id
                    and a.product_id = w.product_id and a.status = 'WAITING' and a.turn < w.turn) as ahead
            from waiting_wish w where w.community_id = :community and w.cycle_id = :cycle
            """;

    private final JdbcClient jdbc;

    /** A cycle where somebody waits. */
    record Line(CommunityId community, UUID cycle) {}

    /** Puts a member at the end of the line; empty where they wait already. */
    Optional<UUID> add(CycleCard cycle, UUID product, MemberId member, int quantity, UUID point) {
        return jdbc.sql("""
                        insert into waiting_wish (community_id, id, cycle_id, product_id, member_id, quantity, point_id)
                        values (:community, :id, :cycle, :product, :member, :quantity, :point)
                        on conflict (community_id, product_id, member_id) where status in ('WAITING', 'OFFERED') do nothing
                        returning id
                        """)
                .param("community", cycle.community().value())
                .param("id", Ids.next())
                .param("cycle", cycle.id())
                .param("product", product)
                .param("member", member.value())
                .param("quantity", quantity)
                .param("point", point)
                .query(UUID.class)
                .optional();
    }

    /** Answers what it was, empty where this wish was not theirs or not waiting. */
    Optional<WaitingWish> leave(CycleCard cycle, UUID id, MemberId member) {
        return jdbc.sql("""
                        update waiting_wish set status = 'LEFT'
                        where community_id = :community and cycle_id = :cycle and id = :id
                            and member_id = :member and status = 'WAITING'
                        returning id, cycle_id, product_id, member_id, quantity, point_id, since, status, order_id, 0 as ahead
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", id)
                .param("member", member.value())
                .query((row, number) -> wish(row))
                .optional();
    }

    /** Whoever still waits in this cycle waits in vain. */
    void endAll(CycleCard cycle) {
        jdbc.sql("""
                        update waiting_wish set status = 'LEFT'
                        where community_id = :community and cycle_id = :cycle and status = 'WAITING'
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }

    /** A member's wishes in a cycle that are not over, oldest first. */
    List<WaitingWish> of(CycleCard cycle, MemberId member) {
        return jdbc.sql(WISH + " and w.member_id = :member and w.status in ('WAITING', 'OFFERED') order by w.turn")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("member", member.value())
                .query((row, number) -> wish(row))
                .list();
    }

    /** Everybody's wishes in a cycle, in the order they came, but for those who left. */
    List<WaitingWish> of(CycleCard cycle) {
        return jdbc.sql(WISH + " and w.status <> 'LEFT' order by w.turn")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> wish(row))
                .list();
    }

    /** The first in line for a product, locked until the transaction ends; one that another instance offers to is waited for. */
    Optional<WaitingWish> first(CycleCard cycle, UUID product) {
        return jdbc.sql("""
                        select id, cycle_id, product_id, member_id, quantity, point_id, since, status, order_id, 0 as ahead
                        from waiting_wish
                        where community_id = :community and cycle_id = :cycle and product_id = :product
                            and status = 'WAITING'
                        order by turn limit 1 for update
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", product)
                .query((row, number) -> wish(row))
                .optional();
    }

    void offered(CycleCard cycle, UUID wish, OrderId order) {
        jdbc.sql("""
                        update waiting_wish set status = 'OFFERED', order_id = :order, offered_at = now()
                        where community_id = :community and id = :id
                        """)
                .param("order", order.value())
                .param("community", cycle.community().value())
                .param("id", wish)
                .update();
    }

    /** What became of the order somebody was offered; a second time changes nothing. */
    void became(CommunityId community, OrderId order, WaitingStatus status) {
        jdbc.sql("""
                        update waiting_wish set status = :status
                        where community_id = :community and order_id = :order and status = 'OFFERED'
                        """)
                .param("status", status.name())
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }

    /** The cycles where somebody waits. */
    List<Line> lines() {
        return jdbc.sql("select distinct community_id, cycle_id from waiting_wish where status = 'WAITING'")
                .query((row, number) -> new Line(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("cycle_id", UUID.class)))
                .list();
    }

    private static WaitingWish wish(ResultSet row) throws SQLException {
        return new WaitingWish(
                row.getObject("id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getObject("product_id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getInt("quantity"),
                row.getObject("point_id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                WaitingStatus.valueOf(row.getString("status")),
                row.getInt("ahead"),
                row.getObject("order_id", UUID.class));
    }
}

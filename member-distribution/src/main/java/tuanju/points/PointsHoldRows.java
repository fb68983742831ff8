package tuanju.points;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.member.MemberId;
import tuanju.price.NoLongerGiven;

/** Points by the order that they pay a part of, in the database. */
@Component
@RequiredArgsConstructor
class PointsHoldRows {

    private static final String HOLD = """
        with account as (
            select a.community_id, a.member_id from points_account a
            join points_terms t on t.community_id = a.community_id and t.spends
            where a.community_id = :community and a.member_id = :member for no key update of a
        ), free as (
            select l.id, l.left_points - l.held_points as free,
                sum(l.left_points - l.held_points) over (order by l.ends_at, l.id) - (l.left_points - l.held_points) as before
            from account a join points_lot l on l.community_id = a.community_id and l.member_id = a.member_id
            where l.left_points > l.held_points and l.usable_from <= now() and l.ends_at > now()
        ), part as (
            select id, least(free, :points - before)::int as points from free where before < :points
        ), held as (
            update points_lot l set held_points = l.held_points + p.points from part p
            where l.community_id = :community and l.id = p.id and l.left_points - l.held_points >= p.points
            returning l.id, p.points
        ), aside as (
            insert into points_hold (community_id, order_id, member_id, points, state)
            select :community, :order, :member, :points, 'HELD' where (select sum(points) from held) = :points
            returning order_id
        ), lots as (
            insert into points_hold_lot (community_id, order_id, lot_id, points)
            select :community, a.order_id, h.id, h.points from held h cross join aside a
        )
        select coalesce(sum(points), 0) = :points from held
        """;

    private final JdbcClient jdbc;

    /** Points of one lot. */
    record Part(UUID lot, int points) {}

    /**
     * What an order has of its buyer's points.
     *
     * @param paidFen what was paid beside them, in fen; null while nothing was
     * @param back how many came back
     */
    record Hold(
            Owner owner,
            int points,
            String state,
            int owed,
            @Nullable Long paidFen,
            int back) {}

    /**
     * By one statement, out of what ends first. Refuses with NoLongerGiven where so many are not there any more, or points pay
     * nothing.
     */
    static Alongside holding(Owner owner, UUID order, int points) {
        var values = Map.<String, Object>of(
                "community",
                owner.community().value(),
                "member",
                owner.member().value(),
                "order",
                order,
                "points",
                points);
        return new Alongside(HOLD, values, NoLongerGiven::new);
    }

    /** Holds the row of the order until the transaction ends. */
    Optional<Hold> lock(CommunityId community, UUID order) {
        return jdbc.sql("""
            select member_id, points, state, owed, paid_fen, back from points_hold
            where community_id = :community and order_id = :order for no key update
            """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Hold(
                        new Owner(community, new MemberId(row.getObject("member_id", UUID.class))),
                        row.getInt("points"),
                        row.getString("state"),
                        row.getInt("owed"),
                        row.getObject("paid_fen", Long.class),
                        row.getInt("back")))
                .optional();
    }

    void spend(CommunityId community, UUID order, long paidFen, int owed) {
        jdbc.sql("""
            update points_hold set state = 'SPENT', paid_fen = :paid, owed = :owed, changed_at = now()
            where community_id = :community and order_id = :order
            """)
                .param("paid", paidFen)
                .param("owed", owed)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** What lots had set aside for it has left them. */
    List<Part> takeLots(CommunityId community, UUID order) {
        return jdbc.sql("""
            update points_lot l set left_points = l.left_points - h.points, held_points = l.held_points - h.points
            from points_hold_lot h
            where h.community_id = :community and h.order_id = :order and l.community_id = h.community_id and l.id = h.lot_id
            returning l.id, h.points
            """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Part(row.getObject("id", UUID.class), row.getInt("points")))
                .list();
    }

    void noteLots(CommunityId community, UUID order, List<Part> parts) {
        parts.forEach(it -> jdbc.sql("""
            insert into points_hold_lot (community_id, order_id, lot_id, points) values (:community, :order, :lot, :points)
            """)
                .param("community", community.value())
                .param("order", order)
                .param("lot", it.lot())
                .param("points", it.points())
                .update());
    }

    /** It has none set aside any more; answers those of lots whose time is over. */
    List<Part> free(CommunityId community, UUID order) {
        jdbc.sql("""
            update points_hold set state = 'FREED', changed_at = now()
            where community_id = :community and order_id = :order
            """)
                .param("community", community.value())
                .param("order", order)
                .update();
        return jdbc
                .sql("""
            with freed as (
                delete from points_hold_lot where community_id = :community and order_id = :order returning lot_id, points
            )
            update points_lot l set held_points = l.held_points - f.points
            from freed f where l.community_id = :community and l.id = f.lot_id
            returning l.id, f.points, l.ends_at <= now() as is_over
            """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> row.getBoolean("is_over")
                        ? Optional.of(new Part(row.getObject("id", UUID.class), row.getInt("points")))
                        : Optional.<Part>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What of each lot did not come back yet; what ends last, first. */
    List<Part> out(CommunityId community, UUID order) {
        return jdbc.sql("""
            select l.id, h.points - h.back as points
            from points_hold_lot h join points_lot l on l.community_id = h.community_id and l.id = h.lot_id
            where h.community_id = :community and h.order_id = :order and h.back < h.points order by l.ends_at desc, l.id
            """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Part(row.getObject("id", UUID.class), row.getInt("points")))
                .list();
    }

    /** So many came back in all, these of them now. */
    void back(CommunityId community, UUID order, int inAll, List<Part> now) {
        jdbc.sql("""
            update points_hold set back = :back, changed_at = now() where community_id = :community and order_id = :order
            """)
                .param("back", inAll)
                .param("community", community.value())
                .param("order", order)
                .update();
        now.forEach(it -> jdbc.sql("""
            update points_hold_lot set back = back + :points
            where community_id = :community and order_id = :order and lot_id = :lot
            """)
                .param("points", it.points())
                .param("community", community.value())
                .param("order", order)
                .param("lot", it.lot())
                .update());
    }
}

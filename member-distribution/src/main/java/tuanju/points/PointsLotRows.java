package tuanju.points;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lots of one member in the database; whoever moves points holds their account first. */
@Component
@RequiredArgsConstructor
class PointsLotRows {

    private final JdbcClient jdbc;

    /** What of a lot is neither spent nor set aside. */
    record Free(UUID lot, int points, @Nullable UUID order) {}

    /** Holds the account, made where there is none; answers what is owed. */
    int lock(Owner owner) {
        jdbc.sql("""
            insert into points_account (community_id, member_id) values (:community, :member) on conflict do nothing
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .update();
        return jdbc.sql("""
            select debt from points_account where community_id = :community and member_id = :member for no key update
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query(Integer.class)
                .single();
    }

    void owe(Owner owner, int more) {
        jdbc.sql("""
            update points_account set debt = debt + :more where community_id = :community and member_id = :member
            """)
                .param("more", more)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .update();
    }

    void add(Owner owner, Lot lot) {
        jdbc.sql("""
            insert into points_lot (community_id, id, member_id, rule, order_id, points, left_points, usable_from, ends_at)
            values (:community, :id, :member, :rule, :order, :points, :points, :from, :ends)
            """)
                .param("community", owner.community().value())
                .param("id", lot.id())
                .param("member", owner.member().value())
                .param("rule", lot.rule().name())
                .param("order", lot.order(), Types.OTHER)
                .param("points", lot.points())
                .param("from", OffsetDateTime.ofInstant(lot.usableFrom(), ZoneOffset.UTC))
                .param("ends", OffsetDateTime.ofInstant(lot.endsAt(), ZoneOffset.UTC))
                .update();
    }

    /** What is free and has not ended, to be used yet or not; what ends first, first. */
    List<Free> free(Owner owner) {
        return jdbc.sql("""
            select id, left_points - held_points as free, order_id from points_lot
            where community_id = :community and member_id = :member and left_points > held_points and ends_at > now()
            order by ends_at, id
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query((row, number) -> new Free(
                        row.getObject("id", UUID.class), row.getInt("free"), row.getObject("order_id", UUID.class)))
                .list();
    }

    /** What of it can be used now. */
    List<Free> usable(Owner owner) {
        return jdbc.sql("""
            select id, left_points - held_points as free, order_id from points_lot
            where community_id = :community and member_id = :member and left_points > held_points
                and usable_from <= now() and ends_at > now()
            order by ends_at, id
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query((row, number) -> new Free(
                        row.getObject("id", UUID.class), row.getInt("free"), row.getObject("order_id", UUID.class)))
                .list();
    }

    /** So many leave a lot. */
    void take(Owner owner, UUID lot, int points) {
        jdbc.sql("""
            update points_lot set left_points = left_points - :points where community_id = :community and id = :lot
            """)
                .param("points", points)
                .param("community", owner.community().value())
                .param("lot", lot)
                .update();
    }

    /** So many come back to a lot; answers false where its time is over. */
    boolean giveBack(Owner owner, UUID lot, int points) {
        return jdbc.sql("""
            update points_lot set left_points = left_points + :points
            where community_id = :community and id = :lot and ends_at > now()
            """)
                        .param("points", points)
                        .param("community", owner.community().value())
                        .param("lot", lot)
                        .update()
                == 1;
    }
}

package tuanju.points;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/** Lets points end that nobody used, and tells their owner a week before, once. What an order has of them stays with it. */
@Component
@RequiredArgsConstructor
class PointsEnding {

    private static final int AT_ONCE = 200;

    private static final String SOON = """
            reminded_at is null and left_points > held_points
            and ends_at > now() and ends_at <= now() + interval '7 days' and made_at < ends_at - interval '7 days'
            """;

    private final PointsLotRows lots;
    private final PointsBook book;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    /** Whose points end, one after the other. */
    List<Owner> due() {
        return jdbc.sql("""
            select distinct community_id, member_id from points_lot
            where left_points > held_points and ends_at <= now() order by community_id, member_id limit :most
            """)
                .param("most", AT_ONCE)
                .query((row, number) -> new Owner(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class))))
                .list();
    }

    /** All of theirs that ended. */
    @Transactional
    void end(Owner owner) {
        lots.lock(owner);
        var ended = jdbc.sql("""
            with was as (
                select id, left_points - held_points as points from points_lot
                where community_id = :community and member_id = :member and left_points > held_points and ends_at <= now()
            )
            update points_lot l set left_points = l.held_points from was w
            where l.community_id = :community and l.id = w.id returning l.id, w.points
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query((row, number) ->
                        Entry.of(Entry.Kind.ENDED, row.getObject("id", UUID.class), -row.getInt("points"), null))
                .list();
        book.write(owner, ended);
    }

    /** Whose points end within a week and were not spoken of; points that never had a week are not. */
    List<Owner> toRemind() {
        return jdbc.sql("select distinct community_id, member_id from points_lot where " + SOON
                        + " order by community_id, member_id limit :most")
                .param("most", AT_ONCE)
                .query((row, number) -> new Owner(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class))))
                .list();
    }

    /** All of theirs that end at one moment in one sentence. */
    @Transactional
    void remind(Owner owner) {
        lots.lock(owner);
        var due = jdbc.sql("""
            with told as (
                update points_lot set reminded_at = now()
                where community_id = :community and member_id = :member and {soon}
                returning ends_at, left_points - held_points as points
            )
            select ends_at, sum(points)::int as points from told group by ends_at
            """.replace("{soon}", SOON))
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query((row, number) -> new Telling(
                        owner.member(),
                        Notification.of(
                                "points:" + owner.community().value() + ":"
                                        + row.getObject("ends_at", OffsetDateTime.class)
                                                .toEpochSecond(),
                                "points.told.soon",
                                "/me/points",
                                row.getInt("points"),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .list();
        notifications.tell(due);
    }
}

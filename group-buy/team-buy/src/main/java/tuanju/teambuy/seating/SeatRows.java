package tuanju.teambuy.seating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Terms;

/** The rows of seats and the counters of their team, changed together under the team's lock. */
@Component
@RequiredArgsConstructor
class SeatRows {

    private final JdbcClient jdbc;

    /** The seat that was taken for this order in this team, in any status. */
    Optional<Seat> of(CommunityId community, TeamId team, OrderId order) {
        return jdbc.sql("""
            select id, order_id, member_id, status from seat
            where community_id = :community and team_id = :team and order_id = :order
            """)
                .param("community", community.value())
                .param("team", team.value())
                .param("order", order.value())
                .query(SeatRows::seat)
                .optional();
    }

    /** The seats people sit in, in the order they came. */
    List<Seat> taken(CommunityId community, TeamId team) {
        return jdbc.sql("""
            select id, order_id, member_id, status from seat
            where community_id = :community and team_id = :team and status in ('HELD', 'PAID')
            order by taken_at, id
            """)
                .param("community", community.value())
                .param("team", team.value())
                .query(SeatRows::seat)
                .list();
    }

    /** A seat is paid, whether it was held until now or is taken again; paying the last one forms the team. */
    void pay(Terms.OfTeam team, Seat seat) {
        int paid = jdbc.sql("""
            update seat set status = 'PAID', paid_at = now(), ended_at = null, in_progress = not :forms
            where community_id = :community and id = :seat and status in ('HELD', 'RELEASED')
            """)
                .param("forms", team.lastToPay())
                .param("community", team.community().value())
                .param("seat", seat.id())
                .update();
        if (paid != 1) {
            throw new IllegalStateException("Seat " + seat.id() + " cannot be paid");
        }
        count(team, seat.status() == Seat.Status.HELD ? 0 : 1, 1, team.lastToPay() ? TeamStatus.FORMED : null);
    }

    /** A held seat is free again. */
    void release(Terms.OfTeam team, Seat seat) {
        end(team, seat, Seat.Status.RELEASED);
        count(team, -1, 0, null);
    }

    /** Every seat held too long is free again. */
    void releaseOverdue(Terms.OfTeam team) {
        int released = jdbc.sql("""
            update seat set status = 'RELEASED', in_progress = false, ended_at = now()
            where community_id = :community and team_id = :team and status = 'HELD' and held_until <= now()
            """)
                .param("community", team.community().value())
                .param("team", team.team().value())
                .update();
        count(team, -released, 0, null);
    }

    /** The member of a paid seat leaves it; the last one to leave lapses the team. */
    void leave(Terms.OfTeam team, Seat seat) {
        end(team, seat, Seat.Status.LEFT);
        count(team, -1, -1, team.seatsTaken() == 1 ? TeamStatus.LAPSED : null);
    }

    /** Nobody waits in this team any more; seats that were never paid are free. */
    void settle(CommunityId community, TeamId team) {
        jdbc.sql("""
            update seat set in_progress = false,
                status = case status when 'HELD' then 'RELEASED' else status end,
                ended_at = case status when 'HELD' then now() else ended_at end
            where community_id = :community and team_id = :team and in_progress
            """)
                .param("community", community.value())
                .param("team", team.value())
                .update();
    }

    /** The money of this seat goes back. */
    void refunded(CommunityId community, OrderId order) {
        jdbc.sql("""
            update seat set refunded_at = now()
            where community_id = :community and order_id = :order and status in ('PAID', 'LEFT')
                and refunded_at is null
            """)
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }

    private void end(Terms.OfTeam team, Seat seat, Seat.Status status) {
        jdbc.sql("""
            update seat set status = :status, in_progress = false, ended_at = now()
            where community_id = :community and id = :seat
            """)
                .param("status", status.name())
                .param("community", team.community().value())
                .param("seat", seat.id())
                .update();
    }

    private void count(Terms.OfTeam team, int taken, int paid, @Nullable TeamStatus becomes) {
        jdbc.sql("""
            update team set seats_taken = seats_taken + :taken, seats_paid = seats_paid + :paid,
                status = coalesce(:becomes, status),
                ended_at = case when :becomes::text is null then ended_at else now() end
            where community_id = :community and id = :team
            """)
                .param("taken", taken)
                .param("paid", paid)
                .param("becomes", becomes == null ? null : becomes.name())
                .param("community", team.community().value())
                .param("team", team.team().value())
                .update();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                Seat.Status.valueOf(row.getString("status")));
    }
}

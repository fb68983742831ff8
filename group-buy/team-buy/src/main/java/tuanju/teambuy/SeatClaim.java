package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/**
 * Claims a seat: the contested row and the seat in it by one statement, the last of its transaction, so that the row is
 * locked for one round trip.
 */
@Component
@RequiredArgsConstructor
class SeatClaim {

    private final JdbcClient jdbc;
    private final TeamSettings settings;

    /**
     * What came of a claim.
     *
     * @param seatsTaken with this seat
     */
    record Outcome(boolean claimed, boolean seated, int seatsTaken) {}

    Outcome claim(Terms.OfTeam team, MemberId member, OrderId order) {
        return jdbc.sql("""
            with claimed as (
                update team set seats_taken = seats_taken + 1
                where community_id = :community and id = :team
                    and status = 'OPEN' and deadline > now() and seats_taken < size
                returning community_id, id, offer_id, seats_taken
            ), seated as (
                insert into seat (community_id, id, team_id, offer_id, order_id, member_id, status,
                    in_progress, held_until)
                select community_id, :seat, id, offer_id, :order, :member, 'HELD', true,
                    now() + make_interval(secs => :held)
                from claimed
                on conflict do nothing
                returning 1
            )
            select exists (select from claimed) as claimed, exists (select from seated) as seated,
                coalesce((select seats_taken from claimed), 0) as seats_taken
            """)
                .param("community", team.community().value())
                .param("team", team.team().value())
                .param("seat", Ids.next())
                .param("order", order.value())
                .param("member", member.value())
                .param("held", (double) settings.seatHeldFor().toSeconds())
                .query((row, number) ->
                        new Outcome(row.getBoolean("claimed"), row.getBoolean("seated"), row.getInt("seats_taken")))
                .single();
    }
}

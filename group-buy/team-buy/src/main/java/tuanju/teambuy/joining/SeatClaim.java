package tuanju.teambuy.joining;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.catalog.Reservation;
import tuanju.command.KeptAnswer;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.teambuy.TeamSettings;
import tuanju.teambuy.Terms;

/**
 * Claims a seat: its goods, the contested row, the seat in it and the answer to whoever asked by one statement, the last of its
 * transaction, so that goods and team are locked for one round trip.
 */
@Component
@RequiredArgsConstructor
class SeatClaim {

    private final JdbcClient jdbc;
    private final TeamSettings settings;

    /**
     * A seat about to be claimed.
     *
     * @param pieces goods to set aside for it
     */
    record Draft(Terms.OfTeam team, MemberId member, OrderId order, int pieces) {}

    /**
     * What came of a claim; where goods is not RESERVED, nothing else was tried.
     *
     * @param seatsTaken with this seat
     */
    record Outcome(Reservation goods, boolean claimed, boolean seated, int seatsTaken) {}

    /** Keeps the answer only with the seat; how many seats are taken then is written into it where it says that. */
    Outcome claim(Draft seat, KeptAnswer answer) {
        var team = seat.team();
        return jdbc.sql("""
            with goods as materialized (
                select reserve_pieces(:community, :sku, :member, :pieces) as outcome
            ), claimed as (
                update team set seats_taken = seats_taken + 1
                where (select outcome from goods) = 'RESERVED' and community_id = :community and id = :team
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
            ), said as (
                select cast(case jsonb_typeof(said) when 'object'
                    then jsonb_set(said, '{team,seatsTaken}', to_jsonb(seats_taken), false) else said end as json) as answer
                from claimed, cast(:answer as jsonb) as said
                where exists (select from seated)
            )
            select (select outcome from goods) as goods, exists (select from claimed) as claimed,
                exists (select from seated) as seated, coalesce((select seats_taken from claimed), 0) as seats_taken,
                (select keep_answer(:principal, :route, :key, answer) from said where answer is not null) as kept
            """)
                .params(answer.parameters())
                .param("community", team.community().value())
                .param("sku", team.sku().value())
                .param("pieces", seat.pieces())
                .param("team", team.team().value())
                .param("seat", Ids.next())
                .param("order", seat.order().value())
                .param("member", seat.member().value())
                .param("held", (double) settings.seatHeldFor().toSeconds())
                .query((row, number) -> new Outcome(
                        Reservation.valueOf(row.getString("goods")),
                        row.getBoolean("claimed"),
                        row.getBoolean("seated"),
                        row.getInt("seats_taken")))
                .single();
    }
}

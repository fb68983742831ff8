package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** Writes a new team with its first seat in one statement, and the task that ends it. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class NewTeams {

    private final JdbcClient jdbc;
    private final TeamSettings settings;
    private final TeamTasks tasks;

    /**
     * A team about to be opened.
     *
     * @param paid whether the first seat is paid already, by money that came too late for another team
     */
    public record Draft(TeamId id, Code code, Terms.OfOffer terms, MemberId opener, OrderId order, boolean paid) {}

    /** What came of opening; seated is false when the member sits in an open team of this offer already. */
    public record Opened(boolean seated, Instant deadline) {}

    public Opened open(Draft draft) {
        var opened = write(draft);
        if (opened.seated()) {
            tasks.endAt(draft.terms().community(), draft.id(), opened.deadline());
        }
        return opened;
    }

    private Opened write(Draft draft) {
        return jdbc.sql("""
            with opened as (
                insert into team (community_id, id, code, offer_id, sku_id, opener_id, price_fen, size,
                    pickup_after_days, seats_taken, seats_paid, status, deadline)
                values (:community, :team, :code, :offer, :sku, :opener, :price, :size, :pickup,
                    1, case when :paid then 1 else 0 end, 'OPEN', now() + make_interval(hours => :hours))
                returning deadline
            ), seated as (
                insert into seat (community_id, id, team_id, offer_id, order_id, member_id, status,
                    in_progress, held_until, paid_at)
                values (:community, :seat, :team, :offer, :order, :opener,
                    case when :paid then 'PAID' else 'HELD' end, true,
                    now() + make_interval(secs => :held), case when :paid then now() end)
                on conflict do nothing
                returning 1
            )
            select exists (select from seated) as seated, deadline from opened
            """)
                .param("community", draft.terms().community().value())
                .param("team", draft.id().value())
                .param("code", draft.code().value())
                .param("offer", draft.terms().offer().value())
                .param("sku", draft.terms().sku().value())
                .param("opener", draft.opener().value())
                .param("price", draft.terms().price().fen())
                .param("size", draft.terms().size())
                .param("pickup", draft.terms().pickupAfterDays())
                .param("paid", draft.paid())
                .param("hours", draft.terms().durationHours())
                .param("seat", Ids.next())
                .param("order", draft.order().value())
                .param("held", (double) settings.seatHeldFor().toSeconds())
                .query(NewTeams::opened)
                .single();
    }

    private static Opened opened(ResultSet row, int number) throws SQLException {
        return new Opened(
                row.getBoolean("seated"),
                row.getObject("deadline", OffsetDateTime.class).toInstant());
    }
}

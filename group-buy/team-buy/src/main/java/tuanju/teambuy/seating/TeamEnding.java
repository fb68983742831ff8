package tuanju.teambuy.seating;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.live.LiveTopics;
import tuanju.order.OrderId;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamLapsed;
import tuanju.teambuy.TeamTasks;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/**
 * Ends teams whose time is over. One conditional update by the database's own clock decides, so that forming and lapsing
 * cannot both happen; each refund is a task of its own, written in the same transaction.
 */
@Component
@RequiredArgsConstructor
class TeamEnding {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final TermsRows terms;
    private final SeatRows seats;
    private final TeamTasks tasks;
    private final LiveTopics live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A team whose deadline may have passed. */
    record Overdue(CommunityId community, TeamId team) {}

    /** Lapses the team if it is open and its deadline has passed; answers whether it did. */
    @Transactional
    public boolean endIfDue(CommunityId community, TeamId team) {
        int lapsed = jdbc.sql("""
            update team set status = 'LAPSED', ended_at = now(), seats_taken = seats_paid
            where community_id = :community and id = :team and status = 'OPEN' and deadline <= now()
            """)
                .param("community", community.value())
                .param("team", team.value())
                .update();
        if (lapsed == 1) {
            giveBack(terms.lock(community, team, null));
        }
        return lapsed == 1;
    }

    /** Teams that should have ended: for a deadline task that came too early by its own clock, or never. */
    List<Overdue> overdue() {
        return jdbc.sql("select community_id, id from team where status = 'OPEN' and deadline <= now() limit :batch")
                .param("batch", BATCH)
                .query((row, number) -> new Overdue(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new TeamId(row.getObject("id", UUID.class))))
                .list();
    }

    /** Frees seats nobody paid and gives everyone else their money back; inside the transaction that lapsed the team. */
    void giveBack(Terms.OfTeam team) {
        seats.settle(team.community(), team.team());
        var now = clock.instant();
        var paid = seats.taken(team.community(), team.team()).stream()
                .map(Seat::order)
                .toList();
        paid.forEach(order -> tasks.refund(team.community(), order, now));
        announce(team, paid);
    }

    private void announce(Terms.OfTeam team, List<OrderId> paid) {
        events.publishEvent(new TeamLapsed(team.community(), team.team(), team.offer(), paid, team.now()));
        live.changed("team/" + team.code());
        live.changed("offer/" + team.offerCode());
    }
}

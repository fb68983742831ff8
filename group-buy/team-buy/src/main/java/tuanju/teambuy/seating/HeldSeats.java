package tuanju.teambuy.seating;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.live.LiveTopics;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.TermsRows;

/** Frees seats that were held long enough without being paid; their orders can still be paid and find a place. */
@Component
@RequiredArgsConstructor
class HeldSeats {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final TermsRows terms;
    private final SeatRows seats;
    private final LiveTopics live;

    /** A team with at least one seat held too long. */
    record Holding(CommunityId community, TeamId team) {}

    List<Holding> tooLong() {
        return jdbc.sql("""
            select distinct community_id, team_id from (
                select community_id, team_id from seat
                where status = 'HELD' and held_until <= now() order by held_until limit :batch) held
            """)
                .param("batch", BATCH)
                .query((row, number) -> new Holding(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new TeamId(row.getObject("team_id", UUID.class))))
                .list();
    }

    @Transactional
    public void free(Holding holding) {
        var team = terms.lock(holding.community(), holding.team(), null);
        if (team.status() == TeamStatus.OPEN) {
            seats.releaseOverdue(team);
            live.changed("team/" + team.code());
        }
    }
}

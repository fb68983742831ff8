package support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.teambuy.offering.OfferForm;
import tuanju.teambuy.offering.TeamOfferEditing;

/** Founds communities that buy in teams, for tests. */
@TestComponent
@RequiredArgsConstructor
public class TeamNeighbourhoods {

    public static final long TEAM_FEN = 39_90;

    private final Neighbourhoods neighbourhoods;
    private final TeamOfferEditing offers;
    private final JdbcClient jdbc;

    /** A community with this many members beside its leader, and an offer of teams of this size at ¥39.90. */
    public TeamNeighbourhood found(int members, int size) {
        var home = neighbourhoods.found(members);
        return new TeamNeighbourhood(home, offer(home, TEAM_FEN, size));
    }

    /** Another offer of the same goods. */
    public Code offer(Neighbourhood home, long priceFen, int size) {
        return offers.create(home.id(), form(home.sku(), priceFen, size), home.leader());
    }

    public static OfferForm form(SkuId sku, long priceFen, int size) {
        var now = Instant.now();
        return new OfferForm(sku, priceFen, size, 24, 1, now.minusSeconds(60), now.plus(Duration.ofDays(7)));
    }

    /** As if so much time had passed for this team: its deadline comes nearer. One that has ended stays as it is. */
    public void letTimePass(CommunityId community, Code team, Duration time) {
        jdbc.sql("""
            update team set deadline = deadline - make_interval(secs => :seconds)
            where community_id = :community and code = :team and status = 'OPEN'
            """)
                .param("seconds", time.toMillis() / 1000.0)
                .param("community", community.value())
                .param("team", team.value())
                .update();
    }

    /** From now on exactly this many pieces are on hand. */
    public void stock(Neighbourhood home, int pieces) {
        neighbourhoods.stock(home, pieces);
    }

    public List<MemberId> members(int number) {
        return neighbourhoods.members(number);
    }
}

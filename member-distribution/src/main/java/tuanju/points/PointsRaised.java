package tuanju.points;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;

/** What somebody got more than usual, for whoever raises it. */
@Component
@RequiredArgsConstructor
public class PointsRaised {

    private final JdbcClient jdbc;

    /** So many points more than the same orders had given without it; those that were taken back do not count. */
    @Transactional(readOnly = true)
    public int by(CommunityId community, UUID raiser) {
        return jdbc.sql("""
            select coalesce(sum(earned - taken - ceil((earned - taken) * 100.0 / percent)), 0)::int from points_earning
            where community_id = :community and raised_by = :raiser
            """)
                .param("community", community.value())
                .param("raiser", raiser)
                .query(Integer.class)
                .single();
    }
}

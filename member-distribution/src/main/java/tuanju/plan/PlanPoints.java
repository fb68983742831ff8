package tuanju.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.points.PointsRaise;

/** An order gives more points where its buyer had a plan that says so when they placed it. */
@Component
@RequiredArgsConstructor
class PlanPoints implements PointsRaise {

    private final JdbcClient jdbc;

    @Override
    public Optional<Raise> of(CommunityId community, MemberId member, Instant placed) {
        return jdbc.sql("""
            select id, points_percent from plan_subscription
            where community_id = :community and member_id = :member and paid_at is not null and points_percent > 100
                and starts_at <= :placed and coalesce(over_at, ends_at) > :placed
            order by points_percent desc limit 1
            """)
                .param("community", community.value())
                .param("member", member.value())
                .param("placed", placed.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Raise(row.getInt("points_percent"), row.getObject("id", UUID.class)))
                .optional();
    }
}

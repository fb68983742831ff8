package tuanju.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.complaint.Complaints.ServedFirst;
import tuanju.member.MemberId;

/** Whoever has a plan that says so is served first. */
@Component
@RequiredArgsConstructor
class PlanServedFirst implements ServedFirst {

    private final JdbcClient jdbc;

    @Override
    public Set<MemberId> among(CommunityId community, Collection<MemberId> members) {
        return new HashSet<>(jdbc.sql("""
            select member_id from plan_subscription
            where community_id = :community and member_id = any(:members) and status = 'RUNNING' and served_first
                and ends_at > now()
            """)
                .param("community", community.value())
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .query((row, number) -> new MemberId(Objects.requireNonNull(row.getObject("member_id", UUID.class))))
                .list());
    }
}

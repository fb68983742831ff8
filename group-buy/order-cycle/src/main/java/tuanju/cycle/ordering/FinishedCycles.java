package tuanju.cycle.ordering;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** How many cycles a leader brought to the end. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class FinishedCycles {

    private final JdbcClient jdbc;

    /** Of this leader in this community. */
    public int of(CommunityId community, MemberId leader) {
        return jdbc.sql("select count(*) from order_cycle"
                        + " where community_id = :community and leader_id = :leader and status = 'DONE'")
                .param("community", community.value())
                .param("leader", leader.value())
                .query(Integer.class)
                .single();
    }
}

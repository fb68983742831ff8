package tuanju.membership;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.community.LeaderApproved;
import tuanju.community.LeaderRevoked;
import tuanju.member.MemberId;

/**
 * Whoever leads a community belongs to it as its leader, from the transaction that appoints them to the one that revokes it.
 * Nothing else writes that role, so that it never says anything else than {@code community.Leaders}.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class LeadersBelong {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Also who left or was sent away: an operator has decided since. */
    @EventListener
    void on(LeaderApproved event) {
        jdbc.sql("""
                        insert into membership (community_id, member_id, role, source)
                        values (:community, :member, 'LEADER', 'APPOINTMENT')
                        on conflict (community_id, member_id) do update
                        set status = 'ACTIVE', role = 'LEADER', ended_by = null, ended_reason = null, changed_at = now()
                        """)
                .param("community", event.community().value())
                .param("member", event.member().value())
                .update();
        changed(event.member(), event.community());
    }

    /** They stay a member like others. */
    @EventListener
    void on(LeaderRevoked event) {
        int revoked = jdbc.sql("""
                        update membership set role = 'MEMBER', changed_at = now()
                        where community_id = :community and member_id = :member and role = 'LEADER'
                        """)
                .param("community", event.community().value())
                .param("member", event.member().value())
                .update();
        if (revoked == 1) {
            changed(event.member(), event.community());
        }
    }

    private void changed(MemberId member, CommunityId community) {
        jdbc.sql("select role, level from membership where community_id = :community and member_id = :member")
                .param("community", community.value())
                .param("member", member.value())
                .query((row, number) -> new MembershipChanged(
                        member, community, Role.valueOf(row.getString("role")), row.getInt("level"), clock.instant()))
                .optional()
                .ifPresent(events::publishEvent);
    }
}

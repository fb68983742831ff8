package tuanju.community;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** Who leads (团长) which community, as approved by an operator. */
@Component
@RequiredArgsConstructor
public class Leaders {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Directory directory;
    private final Members members;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    /** Whether this member is an approved leader here right now; asked on every leader request. */
    public boolean leads(MemberId member, CommunityId community) {
        return database.sql("""
                        select exists (
                            select from leader
                            where community_id = :community and member_id = :member and revoked_at is null)
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether this member leads any community right now; the door to everything under /lead. */
    public boolean leadsAnywhere(MemberId member) {
        return database.sql("select exists (select from leader where member_id = :member and revoked_at is null)")
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /** Since when this member leads here; refuses with NotFound who does not. */
    public Instant since(MemberId member, CommunityId community) {
        return database.sql("""
                        select appointed_at from leader
                        where community_id = :community and member_id = :member and revoked_at is null
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .query((row, number) ->
                        row.getObject("appointed_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The communities this member leads, by name. */
    public List<CommunityCard> communitiesLedBy(MemberId member) {
        var led = database.sql("select community_id from leader where member_id = :member and revoked_at is null")
                .param("member", member.value())
                .query(UUID.class)
                .set();
        return directory.open().stream()
                .filter(it -> led.contains(it.id().value()))
                .toList();
    }

    /** The leaders of a community right now. */
    public List<MemberId> of(CommunityId community) {
        return database.sql("""
                        select member_id from leader where community_id = :community and revoked_at is null
                        order by appointed_at
                        """)
                .param("community", community.value())
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /**
     * Makes a member a leader here (again); announces LeaderApproved unless they were one already. Refuses a member whose
     * phone is not proven (409 phone-unproven).
     */
    @Transactional
    public void appoint(MemberId member, CommunityId community, MemberId by) {
        members.needProven(member);
        int changed = database.sql("""
                        insert into leader (community_id, member_id, appointed_by)
                        values (:community, :member, :by)
                        on conflict (community_id, member_id) do update
                        set appointed_at = now(), appointed_by = :by,
                            revoked_at = null, revoked_by = null, revoked_reason = null
                        where leader.revoked_at is not null
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("by", by.value())
                .update();
        if (changed == 1) {
            audit.record(by.value(), "leader.approved", "member " + member.value(), "community " + community.value());
            events.publishEvent(new LeaderApproved(member, community));
            notifications.tell(
                    member, Notification.of("leader:" + community.value(), "community.told.leader", "/lead"));
        }
    }

    /** Ends it from the next request on, saying why; refuses somebody who does not lead here with NotFound. */
    @Transactional
    public void revoke(MemberId member, CommunityId community, MemberId by, String reason) {
        var why = Lines.required("reason", reason, LONGEST_REASON);
        int changed = database.sql("""
                        update leader set revoked_at = now(), revoked_by = :by, revoked_reason = :why
                        where community_id = :community and member_id = :member and revoked_at is null
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("by", by.value())
                .param("why", why)
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        audit.record(by.value(), "leader.revoked", "member " + member.value(), why);
        events.publishEvent(new LeaderRevoked(member, community));
    }
}

package tuanju.membership;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Who belongs to which community (成员), and how that begins and ends. */
@Component
@RequiredArgsConstructor
@Transactional
public class Memberships {

    private final JdbcClient jdbc;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Joins by one's own act; who belongs already goes on belonging. Refuses with UnprovenPhone, and with CannotBelong whose
     * membership a leader ended.
     */
    public void join(MemberId member, CommunityId community) {
        members.needProven(member);
        int joined = jdbc.sql("""
                        insert into membership (community_id, member_id, source) values (:community, :member, 'OWN_ACT')
                        on conflict (community_id, member_id) do update
                        set status = 'ACTIVE', source = 'OWN_ACT', joined_at = now(), changed_at = now()
                        where membership.status = 'LEFT'
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .update();
        if (joined == 1) {
            events.publishEvent(new MemberJoined(member, community, Source.OWN_ACT, clock.instant()));
        } else if (of(member, community).filter(Membership::isActive).isEmpty()) {
            throw new CannotBelong("membership-ended");
        }
    }

    /**
     * They did what makes a neighbour a member. Nothing happens where they belong, left or were sent away, and where their
     * phone is not proven.
     */
    public void arrive(MemberId member, CommunityId community, Source source) {
        int arrived = jdbc.sql("""
                        insert into membership (community_id, member_id, source)
                        select :community, :member, :source where phone_is_proven(:member)
                        on conflict (community_id, member_id) do nothing
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("source", source.name())
                .update();
        if (arrived == 1) {
            events.publishEvent(new MemberJoined(member, community, source, clock.instant()));
        }
    }

    /** Leaves, and begins at level 0 whenever they come back; who does not belong stays so. Refuses with CannotBelong a leader. */
    public void leave(MemberId member, CommunityId community) {
        var now = of(member, community).filter(Membership::isActive);
        if (now.isEmpty()) {
            return;
        }
        int left = jdbc.sql("""
                        update membership set status = 'LEFT', role = 'MEMBER', level = 0, changed_at = now()
                        where community_id = :community and member_id = :member and status = 'ACTIVE' and role <> 'LEADER'
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .update();
        if (left == 0) {
            throw new CannotBelong("membership-leads");
        }
        events.publishEvent(new MemberLeft(member, community, false, clock.instant()));
    }

    /**
     * Somebody ends it for them, and they cannot come back by themselves; their role ends with it. Whether it was not ended before; whose
     * who leads is not ended.
     */
    public boolean end(MemberId member, CommunityId community, MemberId by, String reason) {
        boolean active = of(member, community).filter(Membership::isActive).isPresent();
        int ended = jdbc.sql("""
                        update membership set status = 'ENDED', role = 'MEMBER', ended_by = :by, ended_reason = :why,
                            changed_at = now()
                        where community_id = :community and member_id = :member and status <> 'ENDED' and role <> 'LEADER'
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("by", by.value())
                .param("why", reason)
                .update();
        if (ended == 1 && active) {
            events.publishEvent(new MemberLeft(member, community, true, clock.instant()));
        }
        return ended == 1;
    }

    /** Takes back the end that this person wrote for this reason, and no other: they belong as before, at their level. */
    public boolean restore(MemberId member, CommunityId community, MemberId by, String reason) {
        return of(member, community).filter(it -> reason.equals(it.reason())).isPresent()
                && jdbc.sql(
                                "select ended_by = :by from membership where community_id = :community and member_id = :member")
                        .param("by", by.value())
                        .param("community", community.value())
                        .param("member", member.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                && restore(member, community);
    }

    /** Takes an end back: they belong as before, at their level. Whether there was one. */
    boolean restore(MemberId member, CommunityId community) {
        var before = of(member, community);
        int restored = jdbc.sql("""
                        update membership set status = 'ACTIVE', ended_by = null, ended_reason = null, changed_at = now()
                        where community_id = :community and member_id = :member and status = 'ENDED'
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .update();
        if (restored == 1) {
            before.ifPresent(
                    it -> events.publishEvent(new MemberJoined(member, community, it.source(), clock.instant())));
        }
        return restored == 1;
    }

    /** That somebody belongs here, or did once. */
    @Transactional(readOnly = true)
    public Optional<Membership> of(MemberId member, CommunityId community) {
        return jdbc.sql("select " + Membership.COLUMNS
                        + " from membership where community_id = :community and member_id = :member")
                .param("community", community.value())
                .param("member", member.value())
                .query(Membership::of)
                .optional();
    }

    /** How many members may see what is visible so; of what everybody sees all of them. */
    @Transactional(readOnly = true)
    public int count(CommunityId community, Visibility visibility) {
        return jdbc.sql("""
                        select count(*) from membership
                        where community_id = :community and status = 'ACTIVE'
                            and (role in ('LEADER', 'MODERATOR') or level >= coalesce(cast(:from as smallint), 0))
                        """)
                .param("community", community.value())
                .param("from", visibility.from())
                .query(Integer.class)
                .single();
    }

    /** Where somebody belongs now, the latest first. */
    @Transactional(readOnly = true)
    public List<Membership> of(MemberId member) {
        return jdbc.sql("select " + Membership.COLUMNS + """
                         from membership where member_id = :member and status = 'ACTIVE'
                        order by joined_at desc, community_id
                        """)
                .param("member", member.value())
                .query(Membership::of)
                .list();
    }

    /** The communities somebody belongs to now. */
    @Transactional(readOnly = true)
    public Set<CommunityId> communitiesOf(MemberId member) {
        return jdbc.sql("select community_id from membership where member_id = :member and status = 'ACTIVE'")
                .param("member", member.value())
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .set();
    }
}

package tuanju.invite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Invites in the database. */
@Component
@RequiredArgsConstructor
class InviteRows {

    private static final String INVITE =
            "select community_id, invited_id, inviter_id, order_id, campaign_id, of_invited, of_inviter from invite ";

    private final JdbcClient jdbc;

    /** Once per person: who came before has come. */
    void insert(Invite invite) {
        jdbc.sql("""
            insert into invite (community_id, invited_id, inviter_id, order_id, campaign_id, state)
            values (:community, :invited, :inviter, :order, :campaign, 'WAITING')
            on conflict (community_id, invited_id) do update
            set inviter_id = excluded.inviter_id, order_id = excluded.order_id, campaign_id = excluded.campaign_id, state = 'WAITING'
            where invite.state = 'ENDED'
            """)
                .param("community", invite.community().value())
                .param("invited", invite.invited().value())
                .param("inviter", invite.inviter().value())
                .param("order", invite.order())
                .param("campaign", invite.campaign())
                .update();
    }

    /** Those whose order may be completed by now, the longest not looked at first; they are looked at now. */
    List<Invite> waiting(int most) {
        return jdbc.sql("""
            with next as (
                select community_id, invited_id from invite where state = 'WAITING' order by looked_at limit :most
                for update skip locked
            )
            update invite i set looked_at = now() from next n
            where i.community_id = n.community_id and i.invited_id = n.invited_id
            returning i.community_id, i.invited_id, i.inviter_id, i.order_id, i.campaign_id, i.of_invited, i.of_inviter
            """).param("most", most).query(InviteRows::read).list();
    }

    /** Holds it while it waits. */
    Optional<Invite> lock(Invite invite) {
        return jdbc.sql(INVITE + """
            where community_id = :community and invited_id = :invited and state = 'WAITING' for no key update
            """)
                .param("community", invite.community().value())
                .param("invited", invite.invited().value())
                .query(InviteRows::read)
                .optional();
    }

    void hold(CommunityId community, UUID order) {
        jdbc.sql("select order_id from invite where community_id = :community and order_id = :order for no key update")
                .param("community", community.value())
                .param("order", order)
                .query(UUID.class)
                .optional();
    }

    /** The order that was waited for came to nothing. */
    void endWaiting(CommunityId community, UUID order) {
        jdbc.sql("""
            update invite set state = 'ENDED' where community_id = :community and order_id = :order and state = 'WAITING'
            """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** The one that this order is, given already. */
    Optional<Invite> given(CommunityId community, UUID order) {
        return jdbc.sql(INVITE
                        + "where community_id = :community and order_id = :order and state = 'GIVEN' for no key update")
                .param("community", community.value())
                .param("order", order)
                .query(InviteRows::read)
                .optional();
    }

    /** Which of this month's it would be for who brought somebody; the database lets two at once not be the same. */
    int nextOfMonth(Invite invite) {
        return jdbc.sql("""
            select coalesce(max(nth_of_month), 0) + 1 from invite
            where community_id = :community and inviter_id = :inviter
                and month = date_trunc('month', now() at time zone 'Asia/Shanghai')::date
            """)
                .param("community", invite.community().value())
                .param("inviter", invite.inviter().value())
                .query(Integer.class)
                .single();
    }

    void give(Invite invite, @Nullable UUID ofInvited, @Nullable UUID ofInviter, int nth) {
        jdbc.sql("""
            update invite set state = 'GIVEN', of_invited = :invitedCoupon, of_inviter = :inviterCoupon,
                month = case when cast(:inviterCoupon as uuid) is not null
                    then date_trunc('month', now() at time zone 'Asia/Shanghai')::date end,
                nth_of_month = case when cast(:inviterCoupon as uuid) is not null then :nth end
            where community_id = :community and invited_id = :invited
            """)
                .param("invitedCoupon", ofInvited, Types.OTHER)
                .param("inviterCoupon", ofInviter, Types.OTHER)
                .param("nth", nth)
                .param("community", invite.community().value())
                .param("invited", invite.invited().value())
                .update();
    }

    /** Its order came to nothing: somebody who comes again may be brought again, unless something was given. */
    void end(Invite invite, boolean wasGiven) {
        jdbc.sql("update invite set state = :state where community_id = :community and invited_id = :invited")
                .param("state", wasGiven ? "WITHDRAWN" : "ENDED")
                .param("community", invite.community().value())
                .param("invited", invite.invited().value())
                .update();
    }

    private static Invite read(ResultSet row, int number) throws SQLException {
        return new Invite(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("invited_id", UUID.class)),
                new MemberId(row.getObject("inviter_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("of_invited", UUID.class),
                row.getObject("of_inviter", UUID.class));
    }
}

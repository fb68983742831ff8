package tuanju.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.plan.Subscription.Status;
import tuanju.plan.Subscription.Term;

/** What members took of plans, in the database. */
@Component
@RequiredArgsConstructor
class SubscriptionRows {

    static final String ALL = """
        select s.*, p.code as plan_code from plan_subscription s
        join plan p on p.community_id = s.community_id and p.id = s.plan_id
        """;

    private final Communities communities;
    private final JdbcClient jdbc;

    /**
     * Waits for its money from now on, by one statement; empty where this member has one that does, has the next one already, or one
     * that is not near its end, and for who is no member.
     */
    Optional<Code> insert(Plan plan, MemberId member) {
        return jdbc.sql("""
            insert into plan_subscription (community_id, id, code, order_code, plan_id, member_id, title, price_fen, days,
                basis_points, points_percent, campaign_code, served_first, leader_id, seller_id, status, pay_before, sweep_at,
                starts_at, ends_at)
            select p.community_id, :id, :code, :order, p.id, :member, p.title, p.price_fen, p.days, p.basis_points,
                p.points_percent, p.campaign_code, p.served_first, p.leader_id, p.made_by, 'PLACED',
                now() + interval '30 minutes', now() + interval '30 minutes', b.at, b.at + make_interval(days => p.days)
            from plan p, lateral (
                select greatest(now(), max(s.ends_at)) as at from plan_subscription s
                where s.community_id = p.community_id and s.member_id = :member and s.status = 'RUNNING') b
            where p.community_id = :community and p.id = :plan and p.ended_at is null
                and may_see(p.community_id, :member, 0::smallint)
                and not exists (select from plan_subscription s
                    where s.community_id = p.community_id and s.member_id = :member
                        and (s.status = 'NEXT' or s.status = 'RUNNING' and s.ends_at > now() + interval '5 days'))
            on conflict do nothing
            returning code
            """)
                .param("community", plan.community().value())
                .param("plan", plan.id())
                .param("member", member.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(plan.community()).value())
                .param("order", communities.nextCode(plan.community()).value())
                .query((row, number) -> new Code(row.getString("code")))
                .optional();
    }

    /** Whoever takes, pays or begins one of this member's here waits for the others. */
    void hold(CommunityId community, MemberId member) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('plan ' || cast(:community as text) || ' ' || cast(:member as text), 0))")
                .param("community", community.value())
                .param("member", member.value())
                .query((row, number) -> true)
                .list();
    }

    /** Whether the one that comes next is there already. */
    boolean hasNext(CommunityId community, MemberId member) {
        return jdbc.sql("""
            select exists (select from plan_subscription
                where community_id = :community and member_id = :member and status = 'NEXT')
            """)
                .param("community", community.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    boolean maySee(CommunityId community, MemberId member) {
        return jdbc.sql("select may_see(:community, :member, 0::smallint)")
                .param("community", community.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Subscription> find(CommunityId community, Code code) {
        return jdbc.sql(ALL + "where s.community_id = :community and s.code = :code")
                .param("community", community.value())
                .param("code", code.value())
                .query(SubscriptionRows::read)
                .optional();
    }

    /** By its id, under which it is paid. */
    Optional<Subscription> find(CommunityId community, UUID id) {
        return jdbc.sql(ALL + "where s.community_id = :community and s.id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(SubscriptionRows::read)
                .optional();
    }

    /** What members have of this leader's plans, or have paid for next. */
    List<Subscription> aliveOf(CommunityId community, MemberId leader) {
        return jdbc.sql(ALL + """
            where s.community_id = :community and s.leader_id = :leader and s.status in ('RUNNING', 'NEXT') order by s.id
            """)
                .param("community", community.value())
                .param("leader", leader.value())
                .query(SubscriptionRows::read)
                .list();
    }

    /** The same held until the transaction ends. */
    Optional<Subscription> lock(CommunityId community, UUID id) {
        return jdbc.sql(ALL + "where s.community_id = :community and s.id = :id for no key update of s")
                .param("community", community.value())
                .param("id", id)
                .query(SubscriptionRows::read)
                .optional();
    }

    /** What a member has, has had or has not paid, newest first. */
    List<Subscription> of(MemberId member, int limit) {
        return jdbc.sql(ALL + "where s.member_id = :member order by s.id desc limit :limit")
                .param("member", member.value())
                .param("limit", limit)
                .query(SubscriptionRows::read)
                .list();
    }

    /** It waits for this member's money. */
    Optional<Subscription> waiting(CommunityId community, MemberId member) {
        return jdbc.sql(ALL + "where s.community_id = :community and s.member_id = :member and s.status = 'PLACED'")
                .param("community", community.value())
                .param("member", member.value())
                .query(SubscriptionRows::read)
                .optional();
    }

    /** Paid: it begins now, or when the one that this member has ends. */
    void paid(Subscription paid) {
        jdbc.sql("""
            update plan_subscription s
            set status = case when b.ends is null then 'RUNNING' else 'NEXT' end, paid_at = now(),
                starts_at = greatest(now(), b.ends), ends_at = greatest(now(), b.ends) + make_interval(days => s.days)
            from (select max(r.ends_at) as ends from plan_subscription r
                where r.community_id = :community and r.member_id = :member and r.status = 'RUNNING') b
            where s.community_id = :community and s.id = :id and s.status = 'PLACED'
            """)
                .param("community", paid.community().value())
                .param("member", paid.member().value())
                .param("id", paid.id())
                .update();
    }

    /** It is over now, or by time when that was over, as this; what goes back is reckoned by the database's clock. Whether it was this until now. */
    boolean over(Subscription now, Status as) {
        return jdbc.sql("""
            update plan_subscription set status = :as, over_at = case :as when 'ENDED' then ends_at else now() end, refund_fen = case when :as = 'CANCELLED' then
                trunc(price_fen * greatest(least(floor(extract(epoch from ends_at - greatest(now(), starts_at)) / 86400), days), 0)
                    / days)
                else 0 end
            where community_id = :community and id = :id and status = :was
            """)
                        .param("as", as.name())
                        .param("was", now.status().name())
                        .param("community", now.community().value())
                        .param("id", now.id())
                        .update()
                == 1;
    }

    /** Whether its time is over by the database's clock. */
    boolean isOver(Subscription of) {
        return jdbc.sql("""
            select ends_at <= now() from plan_subscription where community_id = :community and id = :id
            """)
                .param("community", of.community().value())
                .param("id", of.id())
                .query(Boolean.class)
                .single();
    }

    void begin(Subscription next) {
        jdbc.sql("""
            update plan_subscription set status = 'RUNNING'
            where community_id = :community and id = :id and status = 'NEXT' and starts_at <= now()
            """)
                .param("community", next.community().value())
                .param("id", next.id())
                .update();
    }

    static Subscription read(ResultSet row, int number) throws SQLException {
        @Nullable UUID leader = row.getObject("leader_id", UUID.class);
        return new Subscription(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new Code(row.getString("order_code")),
                new Code(row.getString("plan_code")),
                new MemberId(row.getObject("member_id", UUID.class)),
                PlanRows.terms(row),
                leader == null ? null : new MemberId(leader),
                new MemberId(row.getObject("seller_id", UUID.class)),
                Status.valueOf(row.getString("status")),
                new Term(
                        Objects.requireNonNull(at(row, "pay_before")),
                        Objects.requireNonNull(at(row, "starts_at")),
                        Objects.requireNonNull(at(row, "ends_at")),
                        at(row, "over_at")),
                Money.ofFen(row.getLong("refund_fen")));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package tuanju.plan;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.coupon.CouponGiving;
import tuanju.coupon.InviteGifts;
import tuanju.money.Money;

/** The coupon of each month of a plan: thirty days from its beginning on, one each, and none of a month that is over. */
@Component
@RequiredArgsConstructor
class PlanCoupons {

    private static final int MOST = 200;

    private final SubscriptionRows rows;
    private final CouponGiving gifts;
    private final InviteGifts takingBack;
    private final JdbcClient jdbc;

    /** Puts the one of this month into its member's hands, where there is one left and they do not have it yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Subscription running) {
        var campaign = running.terms().campaign();
        if (campaign == null || hasThisMonths(running)) {
            return;
        }
        gifts.giveMonthly(running.community(), campaign, running.member())
                .ifPresent(it -> jdbc.sql("""
            insert into plan_coupon (community_id, subscription_id, month, coupon_id)
            select s.community_id, s.id, floor(extract(epoch from now() - s.starts_at) / 86400 / 30), :coupon
            from plan_subscription s where s.community_id = :community and s.id = :id
            """)
                        .param("coupon", it)
                        .param("community", running.community().value())
                        .param("id", running.id())
                        .update());
    }

    /** Those who have none for this month yet, where there is one to give. */
    List<Subscription> due() {
        return jdbc.sql("""
            select s.*, p.code as plan_code from plan_subscription s
            join plan p on p.community_id = s.community_id and p.id = s.plan_id
            where s.status = 'RUNNING' and s.campaign_code is not null and s.ends_at > now() and not exists (
                select from plan_coupon c where c.community_id = s.community_id and c.subscription_id = s.id
                    and c.month = floor(extract(epoch from now() - s.starts_at) / 86400 / 30))
            and not exists (
                select from plan_coupon c join plan_subscription o on o.community_id = c.community_id and o.id = c.subscription_id
                where o.community_id = s.community_id and o.member_id = s.member_id and o.campaign_code = s.campaign_code
                    and c.given_at > now() - interval '30 days')
            and can_come_with_a_plan(s.community_id, s.campaign_code)
            order by s.starts_at limit :most
            """).param("most", MOST).query(SubscriptionRows::read).list();
    }

    /** In a transaction of its own, holding the plan so that it is not ended meanwhile. */
    @Transactional
    public void giveNow(Subscription due) {
        rows.lock(due.community(), due.id())
                .filter(it -> it.status() == Subscription.Status.RUNNING)
                .ifPresent(this::give);
    }

    /** Those that are on no order are gone, and the others do not come back from theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Subscription ended) {
        takingBack.withdraw(ended.community(), of(ended));
    }

    /** What orders cost less by them. */
    @Transactional(readOnly = true)
    public Money saved(Subscription by) {
        return gifts.saved(by.community(), of(by));
    }

    private List<UUID> of(Subscription of) {
        return jdbc.sql("select coupon_id from plan_coupon where community_id = :community and subscription_id = :id")
                .param("community", of.community().value())
                .param("id", of.id())
                .query((row, number) -> Objects.requireNonNull(row.getObject("coupon_id", UUID.class)))
                .list();
    }

    private boolean hasThisMonths(Subscription of) {
        return jdbc.sql("""
            select exists (select from plan_coupon c join plan_subscription s
                    on s.community_id = c.community_id and s.id = c.subscription_id
                where c.community_id = :community and (c.subscription_id = :id
                        and c.month = floor(extract(epoch from now() - s.starts_at) / 86400 / 30)
                    or s.member_id = :member and s.campaign_code = :campaign and c.given_at > now() - interval '30 days'))
            """)
                .param("community", of.community().value())
                .param("id", of.id())
                .param("member", of.member().value())
                .param(
                        "campaign",
                        of.terms().campaign() == null
                                ? ""
                                : of.terms().campaign().value())
                .query(Boolean.class)
                .single();
    }
}

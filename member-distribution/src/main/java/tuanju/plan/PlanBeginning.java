package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.memberday.OwnPrices;
import tuanju.plan.Subscription.Status;

/** Whoever ended a plan while the next one was paid need not wait for its day: the next one begins when they say so. */
@Component
@RequiredArgsConstructor
class PlanBeginning {

    private final SubscriptionRows rows;
    private final Subscribing subscribing;
    private final OwnPrices prices;
    private final PlanCoupons coupons;
    private final JdbcClient jdbc;

    /**
     * It begins now and lasts as long as it was taken for; one that runs goes on. Refuses with NotFound what is not theirs, with
     * CannotSubscribe (409) one that is not next, or while another runs.
     */
    @Transactional
    public Subscription begin(MemberId member, Code code) {
        var taken = subscribing.own(member, code);
        rows.hold(taken.community(), member);
        var locked = rows.lock(taken.community(), taken.id()).orElseThrow();
        if (locked.status() == Status.RUNNING) {
            return locked;
        }
        if (!isBegun(locked)) {
            throw CannotSubscribe.notYet();
        }
        var runs = rows.lock(taken.community(), taken.id()).orElseThrow();
        if (runs.terms().hasPrice()) {
            prices.move(
                    runs.community(),
                    runs.id(),
                    runs.term().starts(),
                    runs.term().ends());
        }
        coupons.give(runs);
        return runs;
    }

    /** Whether there is a gap before it that its member can close. */
    @Transactional(readOnly = true)
    public boolean canBegin(Subscription taken) {
        return taken.status() == Status.NEXT && !isRunning(taken);
    }

    /** Whether it was next, with none before it, and runs now from its first day on. */
    private boolean isBegun(Subscription next) {
        return jdbc.sql("""
            update plan_subscription s set status = 'RUNNING', starts_at = now(), ends_at = now() + make_interval(days => s.days)
            where s.community_id = :community and s.id = :id and s.status = 'NEXT'
                and not exists (select from plan_subscription r
                    where r.community_id = s.community_id and r.member_id = s.member_id and r.status = 'RUNNING')
            """)
                        .param("community", next.community().value())
                        .param("id", next.id())
                        .update()
                == 1;
    }

    /** Whether one of this member's runs there. */
    private boolean isRunning(Subscription beside) {
        return jdbc.sql("""
            select exists (select from plan_subscription
                where community_id = :community and member_id = :member and status = 'RUNNING')
            """)
                .param("community", beside.community().value())
                .param("member", beside.member().value())
                .query(Boolean.class)
                .single();
    }
}

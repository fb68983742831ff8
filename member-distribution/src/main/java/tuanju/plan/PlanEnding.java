package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.memberday.OwnPrices;
import tuanju.money.Money;
import tuanju.payment.KeptMoney;
import tuanju.payment.Payments;
import tuanju.payment.Refunds;
import tuanju.plan.Subscription.Status;
import tuanju.settlement.Settlements;

/**
 * Ends what members took of plans: by themselves any day, for the days that were not begun; by time; or unpaid. What is kept of its
 * money is the community's then.
 */
@Component
@RequiredArgsConstructor
class PlanEnding {

    private final SubscriptionRows rows;
    private final Subscribing subscribing;
    private final OwnPrices prices;
    private final PlanCoupons coupons;
    private final Payments payments;
    private final KeptMoney money;
    private final Refunds refunds;
    private final Settlements settlements;
    private final TransactionOperations transaction;

    /**
     * Ends it now and answers what goes back; twice is once. Calls the provider where it is unpaid: never inside a transaction. Refuses
     * with NotFound, also another person's, and with CannotSubscribe (409) what is over.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Money cancel(MemberId member, Code code) {
        return cancel(member, code, Money.ZERO);
    }

    /** The same, but not for less than this, which was said before (409 plan-less-now); nor one that was paid meanwhile (409 plan-paid-now). */
    @Transactional(propagation = Propagation.NEVER)
    public Money cancel(MemberId member, Code code, Money said) {
        var taken = subscribing.own(member, code);
        if (taken.isPayable()) {
            if (!said.isZero()) {
                // nothing was paid, so that nothing can go back
                throw CannotSubscribe.lessNow();
            }
            close(taken);
            taken = subscribing.own(member, code);
            if (taken.isAlive()) {
                throw CannotSubscribe.paidNow();
            }
        }
        return switch (taken.status()) {
            case PLACED, CLOSED -> Money.ZERO;
            case ENDED -> throw CannotSubscribe.over(taken.term().until());
            case CANCELLED -> taken.refund();
            case RUNNING, NEXT -> ended(taken, said);
        };
    }

    private Money ended(Subscription taken, Money said) {
        transaction.executeWithoutResult(status -> rows.lock(taken.community(), taken.id())
                .filter(Subscription::isAlive)
                .ifPresent(it -> endEarly(it, said)));
        var after = again(taken);
        if (after.status() == Status.ENDED) {
            throw CannotSubscribe.over(after.term().until());
        }
        return after.refund();
    }

    private void endEarly(Subscription alive, Money said) {
        if (rows.isOver(alive)) {
            rows.over(alive, Status.ENDED);
            settle(alive, kept(alive));
            return;
        }
        rows.over(alive, Status.CANCELLED);
        if (said.isMoreThan(again(alive).refund())) {
            throw CannotSubscribe.lessNow();
        }
        prices.end(alive.community(), alive.id());
        coupons.takeBack(alive);
        var back = again(alive).refund();
        // payments first, then the books
        var kept = kept(alive);
        if (!back.isZero()) {
            refunds.request(alive.community(), alive.id(), back, Refunds.OF_TIME, "plan-" + alive.id());
        }
        settle(alive, kept.minus(back));
    }

    /** Nobody pays it any more: closed at its provider first. Answers false where it was paid after all. */
    @Transactional(propagation = Propagation.NEVER)
    public boolean close(Subscription unpaid) {
        return payments.close(unpaid.community(), unpaid.id()) && rows.over(unpaid, Status.CLOSED);
    }

    /** Its time is over. */
    @Transactional
    public void end(Subscription due) {
        rows.lock(due.community(), due.id())
                .filter(it -> it.status() == Status.RUNNING)
                .ifPresent(it -> {
                    rows.over(it, Status.ENDED);
                    settle(it, kept(it));
                });
    }

    private Subscription again(Subscription taken) {
        return rows.find(taken.community(), taken.code()).orElseThrow();
    }

    private Money kept(Subscription of) {
        return money.of(of.community(), of.id()).orElse(Money.ZERO);
    }

    private void settle(Subscription over, Money kept) {
        if (!kept.isZero()) {
            settlements.settleTime(over.community(), over.id(), over.seller(), kept);
        }
    }
}

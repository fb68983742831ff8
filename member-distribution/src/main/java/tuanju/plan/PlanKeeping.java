package tuanju.plan;

import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** What plans do by the clock, each in a transaction of its own, so that one that fails holds up nobody. */
@Slf4j
@Component
@RequiredArgsConstructor
class PlanKeeping {

    private final SubscriptionRows rows;
    private final DueSubscriptions due;
    private final PlanEnding ending;
    private final PlanCoupons coupons;
    private final Notifications notifications;
    private final TransactionOperations transaction;

    void sweep() {
        each(due.unpaid(), ending::close);
        each(due.ended(), ending::end);
        each(due.toBegin(), rows::begin);
        each(coupons.due(), coupons::giveNow);
        each(due.toRemind(), this::remind);
    }

    /** Five days before its end, once: it does not go on by itself. */
    private void remind(Subscription ends) {
        transaction.executeWithoutResult(status -> {
            due.reminded(ends);
            notifications.tell(
                    ends.member(),
                    Notification.of(
                            "plan:" + ends.id() + ":ends",
                            "plan.told.ends",
                            Subscribing.PAGE + ends.code(),
                            ends.terms().title(),
                            ends.term().ends()));
        });
    }

    private static void each(List<Subscription> those, Consumer<Subscription> act) {
        for (var one : those) {
            try {
                act.accept(one);
            } catch (RuntimeException e) {
                log.warn("Plan {} is looked at again later", one.code(), e);
            }
        }
    }
}

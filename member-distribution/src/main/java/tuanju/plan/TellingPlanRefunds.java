package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.payment.RefundCompleted;

/** Tells members that what went back of a plan is with them; hearing it twice tells them once. */
@Component
@RequiredArgsConstructor
class TellingPlanRefunds {

    private final SubscriptionRows rows;
    private final Notifications notifications;

    @ApplicationModuleListener
    void on(RefundCompleted event) {
        rows.find(event.community(), event.order())
                .ifPresent(it -> notifications.tell(
                        it.member(),
                        Notification.of(
                                "refund:" + event.refund(),
                                "plan.told.refunded",
                                Subscribing.PAGE + it.code(),
                                event.amount(),
                                it.terms().title())));
    }
}

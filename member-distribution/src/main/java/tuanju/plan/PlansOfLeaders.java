package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.LeaderRevoked;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** Who leads no more sells no more: from the transaction that revokes them; who has a plan of theirs hears what they can do. */
@Component
@RequiredArgsConstructor
class PlansOfLeaders {

    private final SubscriptionRows rows;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LeaderRevoked event) {
        jdbc.sql("""
            update plan set ended_at = now()
            where community_id = :community and leader_id = :leader and ended_at is null
            """)
                .param("community", event.community().value())
                .param("leader", event.member().value())
                .update();
        rows.aliveOf(event.community(), event.member()).forEach(this::tell);
    }

    private void tell(Subscription has) {
        notifications.tell(
                has.member(),
                Notification.of(
                        "plan:" + has.id() + ":leader",
                        "plan.told.leader",
                        Subscribing.PAGE + has.code(),
                        has.terms().title()));
    }
}

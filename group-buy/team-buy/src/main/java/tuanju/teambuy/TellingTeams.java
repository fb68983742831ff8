package tuanju.teambuy;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;

/** Tells everybody in a team how it ended; hearing it twice tells them once. */
@Component
@RequiredArgsConstructor
class TellingTeams {

    private final Buyers buyers;

    @ApplicationModuleListener
    void on(TeamFormed event) {
        buyers.tell(event.community(), event.orders(), it -> formed(event.team(), it));
    }

    @ApplicationModuleListener
    void on(TeamLapsed event) {
        buyers.tell(
                event.community(),
                event.orders(),
                it -> Notification.of(subject(event.team(), it), "teambuy.told.lapsed", it.page(), it.goods()));
    }

    private static Notification formed(TeamId team, Bought order) {
        var from = order.from();
        return from == null
                ? Notification.of(subject(team, order), "teambuy.told.formed", order.page(), order.goods())
                : Notification.of(
                        subject(team, order),
                        "teambuy.told.formed-pickup",
                        order.page(),
                        order.goods(),
                        from,
                        order.pickup());
    }

    /** Each order of a team hears its end. */
    private static String subject(TeamId team, Bought order) {
        return "team:" + team.value() + ":" + order.code();
    }
}

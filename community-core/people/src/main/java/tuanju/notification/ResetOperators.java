package tuanju.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.member.SecondFactorReset;

/** Tells an operator that another one has ended their second factor. */
@Component
@RequiredArgsConstructor
class ResetOperators {

    private final Notifications notifications;

    @ApplicationModuleListener
    void on(SecondFactorReset event) {
        notifications.tell(
                event.member(),
                Notification.of(
                        "second-factor-reset:" + event.at().toEpochMilli(),
                        "member.told.factor-reset",
                        "/me/second-factor"));
    }
}

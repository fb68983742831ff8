package tuanju.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.member.FormerAccessEnded;

/** Tells whoever proved a phone which ways into the account ended with it, and why. */
@Component
@RequiredArgsConstructor
class ProvenOwners {

    private final Notifications notifications;

    @ApplicationModuleListener
    void on(FormerAccessEnded event) {
        notifications.tell(
                event.member(),
                Notification.of(
                        "former-access-ended:" + event.at().toEpochMilli(),
                        "member.told.ended",
                        "/me/password",
                        event.password() ? 1 : 0,
                        event.tokens(),
                        event.sessions()));
    }
}

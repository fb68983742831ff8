package tuanju.notification;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The way to what a member was told, on their own page. */
@Component
@Order(5)
class InboxLink implements MeLinks {

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("notification.title", "notification.me", "/me/notifications", "bell"));
    }
}

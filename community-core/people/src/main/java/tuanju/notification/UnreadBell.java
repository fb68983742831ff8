package tuanju.notification;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tuanju.member.SignedIn;
import tuanju.page.Bell;

/** The bell of whoever is signed in; strangers have none. */
@Component
@RequiredArgsConstructor
class UnreadBell implements Bell {

    private final Inbox inbox;

    @Override
    public int unread() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me
                ? inbox.unread(me.member())
                : NOBODY;
    }
}

package tuanju.shop;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Lines;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/** Operators take a shop from view with a reason, and show it again; its owner is told. What came by it stays as it was. */
@Component
@RequiredArgsConstructor
@Transactional
class ShopWatching {

    private static final int LONGEST_REASON = 200;

    private final ShopRows rows;
    private final Notifications notifications;
    private final AuditTrail audit;

    /** Refuses with Invalid no reason, with NotFound what is not there. For the same reason twice is once. */
    public void hide(Code code, String reason, MemberId by) {
        var why = Lines.required("reason", reason, LONGEST_REASON);
        var shop = rows.lock(code).orElseThrow(NotFound::new);
        if (rows.hide(shop, why)) {
            audit.record(by.value(), "shop.hidden", "shop " + code, why);
            tell(shop, "shop.told.hidden", why);
        }
    }

    /** Refuses with NotFound what is not there; twice is once. */
    public void show(Code code, MemberId by) {
        var shop = rows.lock(code).orElseThrow(NotFound::new);
        if (rows.hide(shop, null)) {
            audit.record(by.value(), "shop.shown", "shop " + code, "");
            tell(shop, "shop.told.shown", "");
        }
    }

    /** Of each time they hear once. */
    private void tell(Shop shop, String topic, String why) {
        var subject = topic + ":" + shop.code() + ":" + Ids.next();
        var about = why.isEmpty() ? new Object[] {shop.title()} : new Object[] {shop.title(), why};
        notifications.tell(shop.owner(), Notification.of(subject, topic, "/me/shops/" + shop.code(), about));
    }
}

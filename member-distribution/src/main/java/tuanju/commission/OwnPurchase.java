package tuanju.commission;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.address.Door;
import tuanju.community.CommunityId;
import tuanju.link.click.SharedBrowsers;
import tuanju.member.Contact;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.payment.payers.Payers;

/**
 * Whether somebody's own purchase comes by their own link under another name: then nothing is booked until a person has looked.
 * What the order says is compared, who paid at the provider, and browsers whose users allowed that they are recognised.
 */
@Component
@RequiredArgsConstructor
class OwnPurchase {

    private final Members members;
    private final OrderBook book;
    private final Payers payers;
    private final SharedBrowsers browsers;

    /** Why a person should look at it: PHONE, DOOR, PAYER or BROWSER; null where nothing is alike. */
    @Nullable
    String reason(CommunityId community, OrderSheet order, MemberId referrer) {
        var theirs = members.contact(referrer);
        var phone = book.phone(community, order.id());
        if (phone.isPresent() && Objects.equals(phone.get(), theirs.phone().digits())) {
            return "PHONE";
        }
        if (isSame(order.address().door(), home(theirs))) {
            return "DOOR";
        }
        return order.buyer() == null ? null : together(order.buyer(), referrer);
    }

    private @Nullable String together(MemberId buyer, MemberId referrer) {
        if (isSame(home(members.contact(buyer)), home(members.contact(referrer)))) {
            return "DOOR";
        }
        if (payers.areOne(buyer, referrer)) {
            return "PAYER";
        }
        return browsers.haveBoth(buyer, referrer) ? "BROWSER" : null;
    }

    private static Door home(Contact contact) {
        var it = contact.household();
        return new Door(it.lane(), it.building(), it.unit(), it.room());
    }

    private static boolean isSame(Door door, Door home) {
        return !door.room().isEmpty()
                && !door.building().isEmpty()
                && door.building().equals(home.building())
                && door.room().equals(home.room())
                && door.unit().equals(home.unit())
                && (door.lane().equals(home.lane())
                        || door.lane().isEmpty()
                        || home.lane().isEmpty());
    }
}

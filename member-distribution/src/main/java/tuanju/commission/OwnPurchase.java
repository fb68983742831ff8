package tuanju.commission;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/**
 * Whether somebody's own purchase comes by their own link under another name: then nothing is booked until a person has looked.
 * Only what the order says is compared; no browser is recognised.
 */
@Component
@RequiredArgsConstructor
class OwnPurchase {

    private final Members members;
    private final OrderBook book;

    /** Why a person should look at it: PHONE or DOOR; null where nothing is alike. */
    @Nullable
    String reason(CommunityId community, OrderSheet order, MemberId referrer) {
        var theirs = members.contact(referrer);
        var phone = book.phone(community, order.id());
        if (phone.isPresent() && Objects.equals(phone.get(), theirs.phone().digits())) {
            return "PHONE";
        }
        var door = order.address().door();
        var home = theirs.household();
        boolean same = !door.room().isEmpty()
                && !door.building().isEmpty()
                && door.building().equals(home.building())
                && door.room().equals(home.room())
                && door.unit().equals(home.unit())
                && (door.lane().equals(home.lane())
                        || door.lane().isEmpty()
                        || home.lane().isEmpty());
        return same ? "DOOR" : null;
    }
}

package tuanju.shop;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.membership.Role;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/**
 * Neighbours say in the shop of whoever curates their community what they wish for, and are answered in public. Who asked takes their
 * own back; who answers, and an operator, drops what has no place there.
 */
@Component
@RequiredArgsConstructor
@Transactional
class ShopWishes {

    static final int PAGE = 20;
    /** Unanswered, of one member in one shop. */
    static final int MOST_WAITING = 3;

    private final ShopRows shops;
    private final ShopWishRows rows;
    private final ShopWords words;
    private final Memberships memberships;
    private final Members members;
    private final Notifications notifications;
    private final AuditTrail audit;

    /** A page of them; the id for the next page, null after the last. */
    record Page(List<ShopWish> items, @Nullable UUID next) {

        static final Page NONE = new Page(List.of(), null);
    }

    /**
     * Answers its id. Refuses with NotFound where nobody curates or the shop is not found, with CannotKeepShop who does not belong there
     * or waits for three answers, and with Invalid and AgainstTheLaw what may not be said.
     */
    public UUID ask(MemberId member, Code code, @Nullable String wish) {
        var shop = shops.shown(code).filter(this::isCurated).orElseThrow(NotFound::new);
        var said = words.wish(wish);
        if (memberships
                .of(member, shop.community())
                .filter(Membership::isActive)
                .isEmpty()) {
            throw CannotKeepShop.wishOfMembers();
        }
        shops.lock(code);
        if (rows.waiting(shop, member) >= MOST_WAITING) {
            throw CannotKeepShop.wishesWait();
        }
        var id = Ids.next();
        rows.insert(shop, id, member, said);
        notifications.tell(
                shop.owner(), Notification.of("shop wish:" + id, "shop.told.wished", "/me/shops/" + code, said));
        return id;
    }

    /** Said once more it is said otherwise. Refuses with NotFound what is not in a shop of theirs, and as asking does. */
    public void answer(MemberId owner, Code code, UUID id, @Nullable String answer) {
        var shop = shops.find(code).filter(it -> it.owner().equals(owner)).orElseThrow(NotFound::new);
        var said = words.answer(answer);
        var asked = rows.answer(shop, id, said).orElseThrow(NotFound::new);
        notifications.tell(
                asked,
                Notification.of("shop wish:" + id + ":answer", "shop.told.answered", shop.path(), shop.title(), said));
    }

    /**
     * Who asked takes theirs back, with what was answered; the shop's owner drops one, and who asked is told. Refuses with NotFound
     * what is neither.
     */
    public void remove(MemberId by, Code code, UUID id) {
        var shop = shops.find(code).orElseThrow(NotFound::new);
        boolean own = shop.owner().equals(by);
        var gone = rows.remove(shop, id, own ? null : by).orElseThrow(NotFound::new);
        tellDropped(shop, gone, by);
    }

    /** An operator drops one, on record; who asked is told. Refuses with NotFound what is not there. */
    public void drop(Code code, UUID id, MemberId by) {
        var shop = shops.find(code).orElseThrow(NotFound::new);
        var gone = rows.remove(shop, id, null).orElseThrow(NotFound::new);
        audit.record(by.value(), "shop.wish-dropped", "shop " + code, "");
        tellDropped(shop, gone, by);
    }

    /**
     * As this reader sees them: of others what was answered, and the shop's owner all; what waits first, then the newest.
     *
     * @param after the last of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Page of(Shop shop, @Nullable MemberId reader, @Nullable UUID after) {
        var found = rows.page(shop, reader, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var people = members.cards(
                shown.stream().map(ShopWishRows.Row::member).distinct().toList());
        var items = shown.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.member()))
                        .map(card -> new ShopWish(
                                it.id(), it.member(), card.publicName(), it.words(), it.asked(), it.answer())))
                .toList();
        return new Page(items, found.size() > PAGE ? shown.getLast().id() : null);
    }

    private void tellDropped(Shop shop, ShopWishRows.Row gone, MemberId by) {
        if (!gone.member().equals(by)) {
            notifications.tell(
                    gone.member(),
                    Notification.of(
                            "shop wish:" + gone.id() + ":dropped",
                            "shop.told.wish-dropped",
                            shop.path(),
                            shop.title(),
                            gone.words()));
        }
    }

    private boolean isCurated(Shop shop) {
        return memberships
                .of(shop.owner(), shop.community())
                .filter(it -> it.isActive() && it.role() == Role.CURATOR)
                .isPresent();
    }
}

package tuanju.shop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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

/** Neighbours say in the shop of whoever curates their community what they wish for, and are answered in public. */
@Component
@RequiredArgsConstructor
@Transactional
class ShopWishes {

    static final int MOST = 50;
    /** Unanswered, of one member in one shop. */
    static final int MOST_WAITING = 3;

    private final ShopRows rows;
    private final ShopWords words;
    private final Memberships memberships;
    private final Members members;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    private record Row(
            UUID id,
            MemberId member,
            String words,
            Instant asked,
            @Nullable String answer) {}

    /**
     * Answers its id. Refuses with NotFound where nobody curates or the shop is not found, with CannotKeepShop who does not belong there
     * or waits for three answers, and with Invalid and AgainstTheLaw what may not be said.
     */
    public UUID ask(MemberId member, Code code, @Nullable String wish) {
        var shop = rows.shown(code).filter(this::isCurated).orElseThrow(NotFound::new);
        var said = words.wish(wish);
        if (memberships
                .of(member, shop.community())
                .filter(Membership::isActive)
                .isEmpty()) {
            throw CannotKeepShop.wishOfMembers();
        }
        rows.lock(code);
        if (waiting(shop, member) >= MOST_WAITING) {
            throw CannotKeepShop.wishesWait();
        }
        var id = Ids.next();
        jdbc.sql("""
            insert into member_shop_wish (community_id, id, shop_id, member_id, words)
            values (:community, :id, :shop, :member, :words)
            """)
                .param("community", shop.community().value())
                .param("id", id)
                .param("shop", shop.id())
                .param("member", member.value())
                .param("words", said)
                .update();
        notifications.tell(
                shop.owner(), Notification.of("shop wish:" + id, "shop.told.wished", "/me/shops/" + code, said));
        return id;
    }

    /** Said once more it is said otherwise. Refuses with NotFound what is not in a shop of theirs, and as asking does. */
    public void answer(MemberId owner, Code code, UUID id, @Nullable String answer) {
        var shop = rows.find(code).filter(it -> it.owner().equals(owner)).orElseThrow(NotFound::new);
        var said = words.answer(answer);
        var asked = jdbc.sql("""
            update member_shop_wish set answer = :answer, answered_at = now()
            where community_id = :community and id = :id and shop_id = :shop returning member_id
            """)
                .param("answer", said)
                .param("community", shop.community().value())
                .param("id", id)
                .param("shop", shop.id())
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
        notifications.tell(
                asked,
                Notification.of("shop wish:" + id + ":answer", "shop.told.answered", shop.path(), shop.title(), said));
    }

    /** The newest, as this reader sees them: of others what was answered, and the shop's owner all. */
    @Transactional(readOnly = true)
    public List<ShopWish> of(Shop shop, @Nullable MemberId reader) {
        var found = jdbc.sql("""
            select id, member_id, words, asked_at, answer from member_shop_wish
            where community_id = :community and shop_id = :shop
                and (answer is not null or :all or member_id = cast(:reader as uuid))
            order by id desc limit :most
            """)
                .param("community", shop.community().value())
                .param("shop", shop.id())
                .param("all", shop.owner().equals(reader))
                .param("reader", reader == null ? null : reader.value())
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getString("words"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("answer")))
                .list();
        var people = members.cards(found.stream().map(Row::member).distinct().toList());
        return found.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.member()))
                        .map(card -> new ShopWish(
                                it.id(), it.member(), card.publicName(), it.words(), it.asked(), it.answer())))
                .toList();
    }

    private int waiting(Shop shop, MemberId member) {
        return jdbc.sql("""
            select count(*) from member_shop_wish
            where community_id = :community and shop_id = :shop and member_id = :member and answer is null
            """)
                .param("community", shop.community().value())
                .param("shop", shop.id())
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    private boolean isCurated(Shop shop) {
        return memberships
                .of(shop.owner(), shop.community())
                .filter(it -> it.isActive() && it.role() == Role.CURATOR)
                .isPresent();
    }
}

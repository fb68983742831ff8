package tuanju.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.CardRef;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/** Shops and what stands in them, in the database. */
@Component
@RequiredArgsConstructor
class ShopRows {

    private static final String SHOP = """
        select community_id, id, code, owner_id, title, introduction, cover, open, hidden_reason, opened_at from member_shop
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Whether it is there now: of one member there is one in a community. */
    boolean insert(Shop made) {
        return jdbc.sql("""
            insert into member_shop (community_id, id, code, owner_id, title, introduction, cover)
            values (:community, :id, :code, :owner, :title, :introduction, :cover) on conflict do nothing
            """)
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("code", made.code().value())
                        .param("owner", made.owner().value())
                        .param("title", made.title())
                        .param("introduction", made.introduction())
                        .param("cover", value(made.cover()))
                        .update()
                == 1;
    }

    void update(Shop to) {
        jdbc.sql("""
            update member_shop set title = :title, introduction = :introduction, cover = :cover, open = :open, changed_at = now()
            where community_id = :community and id = :id
            """)
                .param("title", to.title())
                .param("introduction", to.introduction())
                .param("cover", value(to.cover()))
                .param("open", to.open())
                .param("community", to.community().value())
                .param("id", to.id())
                .update();
    }

    /** Whether that changed anything. */
    boolean hide(Shop shop, @Nullable String reason) {
        return jdbc.sql("""
            update member_shop set hidden_reason = :reason, changed_at = now()
            where community_id = :community and id = :id and hidden_reason is distinct from :reason
            """)
                        .param("reason", reason)
                        .param("community", shop.community().value())
                        .param("id", shop.id())
                        .update()
                == 1;
    }

    Optional<Shop> find(Code code) {
        return one(code, "");
    }

    /** The same held until the transaction ends. */
    Optional<Shop> lock(Code code) {
        return one(code, " for no key update");
    }

    private Optional<Shop> one(Code code, String lock) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql(SHOP + "where community_id = :community and code = :code" + lock)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .query(ShopRows::read)
                        .optional());
    }

    /** The one that others find: its owner shows it and belongs there. */
    Optional<Shop> shown(Code code) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql(SHOP + """
                    where community_id = :community and code = :code and open and hidden_reason is null
                        and may_see(community_id, owner_id, 0::smallint)
                    """)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .query(ShopRows::read)
                        .optional());
    }

    List<Shop> of(MemberId owner) {
        return jdbc.sql(SHOP + "where owner_id = :owner order by opened_at, id")
                .param("owner", owner.value())
                .query(ShopRows::read)
                .list();
    }

    /** In their order. */
    List<ShopGoods> goods(Shop in) {
        return jdbc.sql("""
            select kind, code, words, picture from member_shop_goods
            where community_id = :community and shop_id = :shop order by place
            """)
                .param("community", in.community().value())
                .param("shop", in.id())
                .query((row, number) -> new ShopGoods(
                        new CardRef(CardRef.Kind.valueOf(row.getString("kind")), new Code(row.getString("code"))),
                        row.getString("words"),
                        picture(row.getString("picture"))))
                .list();
    }

    /** What it says of one, which gets its place with {@link #arrange}. */
    void put(Shop in, ShopGoods one) {
        jdbc.sql("""
            insert into member_shop_goods (community_id, shop_id, kind, code, place, words, picture)
            values (:community, :shop, :kind, :code, 20, :words, :picture)
            on conflict (community_id, shop_id, kind, code) do update set words = excluded.words, picture = excluded.picture
            """)
                .param("community", in.community().value())
                .param("shop", in.id())
                .param("kind", one.ref().kind().name())
                .param("code", one.ref().code().value())
                .param("words", one.words())
                .param("picture", value(one.picture()))
                .update();
    }

    void remove(Shop in, CardRef ref) {
        jdbc.sql("""
            delete from member_shop_goods where community_id = :community and shop_id = :shop and kind = :kind and code = :code
            """)
                .param("community", in.community().value())
                .param("shop", in.id())
                .param("kind", ref.kind().name())
                .param("code", ref.code().value())
                .update();
    }

    /** All of them, in this order. */
    void arrange(Shop in, List<CardRef> order) {
        jdbc.sql("""
            update member_shop_goods g set place = o.place
            from unnest(:kinds::text[], :codes::text[]) with ordinality as o (kind, code, place)
            where g.community_id = :community and g.shop_id = :shop and g.kind = o.kind and g.code = o.code and g.place <> o.place
            """)
                .param("kinds", order.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("codes", order.stream().map(it -> it.code().value()).toArray(String[]::new))
                .param("community", in.community().value())
                .param("shop", in.id())
                .update();
    }

    private static @Nullable String value(@Nullable PictureRef picture) {
        return picture == null ? null : picture.value();
    }

    private static @Nullable PictureRef picture(@Nullable String value) {
        return value == null ? null : new PictureRef(value);
    }

    static Shop read(ResultSet row, int number) throws SQLException {
        return new Shop(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("owner_id", UUID.class)),
                row.getString("title"),
                row.getString("introduction"),
                picture(row.getString("cover")),
                row.getBoolean("open"),
                row.getString("hidden_reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}

package tuanju.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.Card;
import tuanju.card.CardCodes;
import tuanju.card.CardPicture;
import tuanju.card.CardPrice;
import tuanju.card.CardRef;
import tuanju.card.CardSearch;
import tuanju.card.CardSentences;
import tuanju.card.Cards;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** Products as cards: what is on sale, with the prices of its variants. A product itself has no page. */
@Component
@RequiredArgsConstructor
class ProductsAsCards implements Cards {

    /** Open to every viewer: products say nothing of who may see them. */
    private static final String PRODUCTS = """
            select p.code, p.name, p.origin, p.category, p.pictures[1] as picture, s.variants, s.specs, s.least_fen,
                s.most_fen, s.pieces_left
            from product p cross join lateral (
                select count(*) as variants, string_agg(spec, ' / ' order by id) as specs, min(price_fen) as least_fen,
                    max(price_fen) as most_fen,
                    case when bool_and(on_hand is not null) then sum(on_hand - reserved)::int end as pieces_left
                from sku where community_id = p.community_id and product_id = p.id and archived_at is null) s
            where p.archived_at is null and s.variants > 0
            """;

    private final JdbcClient jdbc;
    private final CardSentences sentences;

    @Override
    public CardRef.Kind kind() {
        return CardRef.Kind.PRODUCT;
    }

    @Override
    public List<Card> of(Viewer viewer, CardCodes codes) {
        return jdbc.sql(PRODUCTS + " and p.community_id in (:communities) and p.code in (:codes)")
                .param("communities", codes.communities())
                .param("codes", codes.codes())
                .query(this::card)
                .list();
    }

    @Override
    public List<Card> onOffer(Viewer viewer, CardSearch search) {
        var after = search.after();
        return jdbc.sql(PRODUCTS + """
                         and p.community_id = :community
                            and lower(p.name || ' ' || p.category || ' ' || p.origin) ~ all (:words)
                            and (:after::text is null or (p.name, p.id) > (
                                select name, id from product where community_id = :community and code = :after))
                        order by p.name, p.id limit :limit
                        """)
                .param("community", search.community().value())
                .param("words", search.expressions())
                .param("after", after == null ? null : after.value())
                .param("limit", search.limit())
                .query(this::card)
                .list();
    }

    @Override
    public List<String> names(CommunityId community, int most) {
        return jdbc.sql("select name from product where community_id = :community and archived_at is null limit :most")
                .param("community", community.value())
                .param("most", most)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private Card card(ResultSet row, int number) throws SQLException {
        var name = row.getString("name");
        var origin = row.getString("origin");
        var specs = row.getString("specs");
        @Nullable Integer left = row.getObject("pieces_left", Integer.class);
        var state = left != null && left <= 0 ? Card.State.SOLD_OUT : Card.State.OPEN;
        @Nullable String picture = row.getString("picture");
        return new Card(
                new CardRef(kind(), new Code(row.getString("code"))),
                name,
                origin.isEmpty() ? specs : specs + " · " + origin,
                List.of(new CardPicture(name, picture == null ? null : new PictureRef(picture))),
                new CardPrice(Money.ofFen(row.getLong("least_fen")), Money.ofFen(row.getLong("most_fen")), null),
                left,
                state,
                null,
                new Card.Said(sentences.of(state, left, null), "", ""),
                Visibility.PUBLIC,
                null,
                String.join(" ", name, specs, row.getString("category"), origin).toLowerCase(java.util.Locale.ROOT));
    }
}

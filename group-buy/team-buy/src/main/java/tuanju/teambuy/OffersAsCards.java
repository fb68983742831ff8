package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** Team offers as cards, each with what it sells in the same look. */
@Component
@RequiredArgsConstructor
class OffersAsCards implements Cards {

    /** So long before an offer ends its card says so. */
    private static final Duration NEAR = Duration.ofDays(3);

    private static final String OFFERS = "select " + OfferRows.COLUMNS + ", goods_card.*, now() as now"
            + " from team_offer o cross join lateral goods_card(o.community_id, o.sku_id)"
            + " where may_see(o.community_id, :viewer::uuid, o.visible_from)";

    private final JdbcClient jdbc;
    private final CardSentences sentences;

    @Override
    public CardRef.Kind kind() {
        return CardRef.Kind.OFFER;
    }

    @Override
    public List<Card> of(Viewer viewer, CardCodes codes) {
        return jdbc.sql(OFFERS + " and o.community_id in (:communities) and o.code in (:codes)")
                .param("viewer", viewer.id())
                .param("communities", codes.communities())
                .param("codes", codes.codes())
                .query(this::card)
                .list();
    }

    @Override
    public List<Card> onOffer(Viewer viewer, CardSearch search) {
        var after = search.after();
        return jdbc.sql(OFFERS + """
                         and o.community_id = :community and sku_on_sale and sku_words ~ all (:words)
                            and o.status = 'OPEN' and o.starts_at <= now() and now() < o.ends_at
                            and (:after::text is null or (o.created_at, o.id) < (
                                select created_at, id from team_offer where community_id = :community and code = :after))
                        order by o.created_at desc, o.id desc limit :limit
                        """)
                .param("viewer", viewer.id())
                .param("community", search.community().value())
                .param("words", search.expressions())
                .param("after", after == null ? null : after.value())
                .param("limit", search.limit())
                .query(this::card)
                .list();
    }

    private Card card(ResultSet row, int number) throws SQLException {
        var offer = OfferRows.row(row, number);
        var now = row.getObject("now", OffsetDateTime.class).toInstant();
        var name = row.getString("sku_name");
        @Nullable String picture = row.getString("sku_picture");
        @Nullable Integer left = row.getObject("sku_pieces_left", Integer.class);
        var state = state(offer, row.getBoolean("sku_on_sale"), left, now);
        var turns = state == Card.State.SOON ? offer.startsAt() : offer.endsAt();
        var near = turns.isBefore(now.plus(NEAR)) || state == Card.State.SOON ? turns : null;
        return new Card(
                new CardRef(kind(), offer.code()),
                name,
                TeamsAsCards.detail(row),
                List.of(new CardPicture(name, picture == null ? null : new PictureRef(picture))),
                new CardPrice(offer.price(), offer.price(), Money.ofFen(row.getLong("sku_price_fen"))),
                left,
                state,
                near,
                new Card.Said(
                        sentences.of(state, left, near),
                        offer.openTeams() == 0 ? "" : sentences.words("teambuy.card.teams", offer.openTeams()),
                        sentences.words("teambuy.card.size", offer.size())),
                offer.visibility(),
                "/o/" + offer.code(),
                row.getString("sku_words"));
    }

    private static Card.State state(OfferRows.Row offer, boolean onSale, @Nullable Integer left, Instant now) {
        if (onSale && offer.status() == OfferStatus.OPEN && now.isBefore(offer.startsAt())) {
            return Card.State.SOON;
        }
        if (!onSale || !offer.open()) {
            return Card.State.OVER;
        }
        return left != null && left <= 0 ? Card.State.SOLD_OUT : Card.State.OPEN;
    }
}

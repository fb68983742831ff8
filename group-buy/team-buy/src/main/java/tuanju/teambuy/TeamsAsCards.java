package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import tuanju.community.Code;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** Teams as cards: what they buy, how many are missing and until when. Who sits in them stays on their page. */
@Component
@RequiredArgsConstructor
class TeamsAsCards implements Cards {

    private static final String TEAMS = """
            select t.code, t.price_fen, t.size, t.seats_taken, t.seats_paid, t.status, t.deadline,
                t.status = 'OPEN' and t.deadline > now() as running, o.visible_from, goods_card.*
            from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
                cross join lateral goods_card(t.community_id, t.sku_id)
            where true
            """ + TeamRows.SEEN;

    private final JdbcClient jdbc;
    private final CardSentences sentences;

    @Override
    public CardRef.Kind kind() {
        return CardRef.Kind.TEAM;
    }

    @Override
    public List<Card> of(Viewer viewer, CardCodes codes) {
        return jdbc.sql(TEAMS + " and t.community_id in (:communities) and t.code in (:codes)")
                .param("viewer", viewer.id())
                .param("communities", codes.communities())
                .param("codes", codes.codes())
                .query(this::card)
                .list();
    }

    /** Those one can join, the nearest to forming first; an empty team is nobody to join. One page, without a next. */
    @Override
    public List<Card> onOffer(Viewer viewer, CardSearch search) {
        return jdbc.sql(TEAMS + """
                         and t.community_id = :community and t.status = 'OPEN' and t.deadline > now()
                            and t.seats_taken < t.size and t.seats_paid > 0 and sku_words ~ all (:words)
                        order by t.size - t.seats_taken, t.deadline, t.id limit :limit
                        """)
                .param("viewer", viewer.id())
                .param("community", search.community().value())
                .param("words", search.expressions())
                .param("limit", search.limit())
                .query(this::card)
                .list();
    }

    /** Spec and origin. */
    static String detail(ResultSet row) throws SQLException {
        var origin = row.getString("sku_origin");
        var spec = row.getString("sku_spec");
        return origin.isEmpty() ? spec : spec + " · " + origin;
    }

    private Card card(ResultSet row, int number) throws SQLException {
        var name = row.getString("sku_name");
        @Nullable String picture = row.getString("sku_picture");
        var price = Money.ofFen(row.getLong("price_fen"));
        int seats = row.getInt("size") - row.getInt("seats_taken");
        var state = state(row.getBoolean("running"), seats);
        var deadline = row.getObject("deadline", OffsetDateTime.class).toInstant();
        return new Card(
                new CardRef(kind(), new Code(row.getString("code"))),
                name,
                detail(row),
                List.of(new CardPicture(name, picture == null ? null : new PictureRef(picture))),
                new CardPrice(price, price, Money.ofFen(row.getLong("sku_price_fen"))),
                seats,
                state,
                deadline,
                new Card.Said(
                        sentence(TeamStatus.valueOf(row.getString("status")), state, deadline),
                        sentences.words("teambuy.share.missing", row.getInt("size") - row.getInt("seats_paid")),
                        sentences.words("teambuy.card.size", row.getInt("size"))),
                Visibility.stored(row),
                "/t/" + row.getString("code"),
                row.getString("sku_words"));
    }

    private static Card.State state(boolean running, int seats) {
        if (!running) {
            return Card.State.OVER;
        }
        return seats > 0 ? Card.State.OPEN : Card.State.SOLD_OUT;
    }

    private String sentence(TeamStatus status, Card.State state, Instant deadline) {
        return switch (status) {
            case FORMED -> sentences.words("teambuy.share.formed");
            case LAPSED -> sentences.words("teambuy.share.lapsed");
            case OPEN ->
                state == Card.State.SOLD_OUT
                        ? sentences.words("teambuy.card.full")
                        : sentences.of(state, null, deadline);
        };
    }
}

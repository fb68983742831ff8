package tuanju.cycle.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import tuanju.page.Dates;
import tuanju.picture.PictureRef;

/** Order cycles as cards, each with its goods in the same look. */
@Component
@RequiredArgsConstructor
class CyclesAsCards implements Cards {

    private static final int PICTURES = 4;

    /** A draft is nobody's, also one thrown away. */
    private static final String CYCLES = """
            select c.code, c.title, c.status, c.opens, coalesce(c.boxfill_until, c.cut_off) as ends, c.pickup_name, c.visible_from,
                c.pickup_from, c.pickup_until, c.status = 'OPEN' and c.opens > now() as soon,
                c.status = 'OPEN' and c.opens <= now() and c.cut_off > now()
                    or c.status = 'BOXFILL' and c.boxfill_until > now() as open,
                (select count(*) from cycle_point p where p.community_id = c.community_id and p.cycle_id = c.id) as points,
                ordered.pieces, goods.*
            from order_cycle c
            cross join lateral (
                select coalesce(sum(p.taken), 0) as pieces from cycle_product p
                where p.community_id = c.community_id and p.cycle_id = c.id) ordered
            cross join lateral (
                select count(*) as goods,
                    min(p.price_fen) filter (where p.per_500g_fen is null) as usual_fen,
                    min(member_price(c.community_id, :viewer::uuid, c.leader_id, p.sku_id, p.price_fen))
                        filter (where p.per_500g_fen is null) as least_fen,
                    max(member_price(c.community_id, :viewer::uuid, c.leader_id, p.sku_id, p.price_fen))
                        filter (where p.per_500g_fen is null) as most_fen,
                    coalesce(bool_and(p.quantity_limit is not null and p.taken + p.waited >= p.quantity_limit), true) as all_taken,
                    (array_agg(p.name order by p.picture is null, p.position, p.id))[1\\:4] as names,
                    (array_agg(p.picture order by p.picture is null, p.position, p.id))[1\\:4] as pictures,
                    coalesce(lower(string_agg(
                        concat_ws(' ', p.name, p.spec, (select kind_category from sku_kind(p.community_id, p.sku_id))),
                        ' ' order by p.position, p.id)), '') as words
                from cycle_product p
                where p.community_id = c.community_id and p.cycle_id = c.id and not p.stopped) goods
            where c.status <> 'DRAFT' and c.change_cause is distinct from 'discarded'
                and may_see(c.community_id, :viewer::uuid, c.visible_from)
            """;

    private final JdbcClient jdbc;
    private final CardSentences sentences;
    private final Dates dates;

    @Override
    public CardRef.Kind kind() {
        return CardRef.Kind.CYCLE;
    }

    @Override
    public List<Card> of(Viewer viewer, CardCodes codes) {
        return jdbc.sql(CYCLES + " and c.community_id in (:communities) and c.code in (:codes)")
                .param("viewer", viewer.id())
                .param("communities", codes.communities())
                .param("codes", codes.codes())
                .query(this::card)
                .list();
    }

    /** The first to close first. One page, without a next: nobody looks through more rounds at once. */
    @Override
    public List<Card> onOffer(Viewer viewer, CardSearch search) {
        var leader = search.leader();
        return jdbc.sql(CYCLES + """
                         and c.community_id = :community and c.status = 'OPEN' and c.opens <= now() and c.cut_off > now()
                            and (:leader::uuid is null or c.leader_id = :leader)
                            and lower(c.title) || ' ' || goods.words ~ all (:words)
                        order by c.cut_off, c.id limit :limit
                        """)
                .param("viewer", viewer.id())
                .param("community", search.community().value())
                .param("leader", leader == null ? null : leader.value())
                .param("words", search.expressions())
                .param("limit", search.limit())
                .query(this::card)
                .list();
    }

    private Card card(ResultSet row, int number) throws SQLException {
        var title = row.getString("title");
        var state = state(row);
        var turns = instant(row, state == Card.State.SOON ? "opens" : "ends");
        return new Card(
                new CardRef(kind(), new Code(row.getString("code"))),
                title,
                detail(row),
                pictures(title, row),
                price(row),
                null,
                state,
                turns,
                new Card.Said(
                        sentences.of(state, null, turns),
                        ordered(row.getInt("pieces")),
                        sentences.words("cycle.card.goods", row.getInt("goods"))),
                Visibility.stored(row),
                "/c/" + row.getString("code"),
                (title + " " + row.getString("words")).toLowerCase(java.util.Locale.ROOT));
    }

    /** How much neighbours have ordered by now, as long as there is something to tell. */
    private String ordered(int pieces) {
        return pieces == 0 ? "" : sentences.words("cycle.card.ordered", pieces);
    }

    private static Card.State state(ResultSet row) throws SQLException {
        if (row.getBoolean("soon")) {
            return Card.State.SOON;
        }
        if (!row.getBoolean("open")) {
            return Card.State.OVER;
        }
        return row.getBoolean("all_taken") ? Card.State.SOLD_OUT : Card.State.OPEN;
    }

    /** Where and when; the exact door is told to those who ordered. */
    private String detail(ResultSet row) throws SQLException {
        int points = row.getInt("points");
        var name = row.getString("pickup_name");
        var where = points > 1 ? sentences.words("cycle.card.points", name, points) : name;
        var said = where + " · " + dates.span(instant(row, "pickup_from"), instant(row, "pickup_until"));
        return row.getLong("least_fen") < row.getLong("usual_fen")
                ? said + " · " + sentences.words("memberday.card")
                : said;
    }

    /** Four make a tray, fewer would not: then the first stands for all. */
    private static List<CardPicture> pictures(String title, ResultSet row) throws SQLException {
        var names = strings(row, "names");
        var pictures = strings(row, "pictures");
        var shown = new ArrayList<CardPicture>();
        for (int i = 0; i < names.length; i++) {
            @Nullable String picture = pictures[i];
            shown.add(new CardPicture(names[i], picture == null ? null : new PictureRef(picture)));
        }
        if (shown.isEmpty()) {
            return List.of(new CardPicture(title, null));
        }
        return shown.size() < PICTURES ? List.of(shown.getFirst()) : List.copyOf(shown);
    }

    private static @Nullable CardPrice price(ResultSet row) throws SQLException {
        long least = row.getLong("least_fen");
        return row.wasNull() ? null : new CardPrice(Money.ofFen(least), Money.ofFen(row.getLong("most_fen")), null);
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package tuanju.teambuy.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.teambuy.OfferStatus;

/**
 * An offer in the operators' table.
 *
 * @param open how many teams one can join now
 * @param formed how many teams of it were formed
 * @param goods what it sells; null before it was looked up
 */
record OfferLine(
        CommunityId community,
        UUID id,
        String code,
        SkuId sku,
        Money price,
        int size,
        OfferStatus status,
        Instant made,
        Instant ends,
        int open,
        int formed,
        @Nullable SkuCard goods) {

    /** Of an offer o. */
    static final String COLUMNS = """
        o.*, (select count(*) from team t where t.community_id = o.community_id and t.offer_id = o.id
                and t.status = 'OPEN' and t.deadline > now() and t.seats_taken < t.size and t.seats_paid > 0) as open_teams,
            (select count(*) from team t where t.community_id = o.community_id and t.offer_id = o.id
                and t.status = 'FORMED') as formed_teams
        """;

    OfferLine selling(@Nullable SkuCard what) {
        return new OfferLine(community, id, code, sku, price, size, status, made, ends, open, formed, what);
    }

    static OfferLine read(ResultSet row, int number) throws SQLException {
        return new OfferLine(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                new SkuId(row.getObject("sku_id", UUID.class)),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("size"),
                OfferStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getInt("open_teams"),
                row.getInt("formed_teams"),
                null);
    }
}

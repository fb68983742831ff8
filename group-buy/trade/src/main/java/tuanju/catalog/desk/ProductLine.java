package tuanju.catalog.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.ProductId;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * A product in the operators' table.
 *
 * @param from the lowest price of its variants; null while it has none
 * @param left pieces that can still be bought of all counted variants; null where none is counted
 */
record ProductLine(
        CommunityId community,
        ProductId id,
        String code,
        String name,
        String category,
        String origin,
        @Nullable PictureRef picture,
        boolean archived,
        Instant written,
        int variants,
        @Nullable Money from,
        @Nullable Long left) {

    /** Of a product p. */
    static final String COLUMNS = """
        p.*, p.pictures[1] as picture, (select count(*) %1$s) as variants, (select min(s.price_fen) %1$s) as price_fen,
            (select sum(s.on_hand - s.reserved) %1$s) as pieces_left
        """.formatted(
                    "from sku s where s.community_id = p.community_id and s.product_id = p.id and s.archived_at is null");

    static ProductLine read(ResultSet row, int number) throws SQLException {
        @Nullable String picture = row.getString("picture");
        @Nullable Long price = row.getObject("price_fen", Long.class);
        return new ProductLine(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("category"),
                row.getString("origin"),
                picture == null ? null : new PictureRef(picture),
                row.getTimestamp("archived_at") != null,
                row.getTimestamp("created_at").toInstant(),
                row.getInt("variants"),
                price == null ? null : Money.ofFen(price),
                row.getObject("pieces_left", Long.class));
    }
}

package tuanju.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** Reads catalogue rows into what others see. */
final class CatalogRows {

    private CatalogRows() {}

    static SkuCard skuCard(ResultSet row, int number) throws SQLException {
        return new SkuCard(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new SkuId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("spec"),
                row.getString("origin"),
                picture(row.getString("picture")),
                Money.ofFen(row.getLong("price_fen")),
                row.getObject("pieces_left", Integer.class),
                row.getObject("per_person_limit", Integer.class),
                row.getBoolean("on_sale"));
    }

    static Catalog.About about(ResultSet row) throws SQLException {
        return new Catalog.About(
                row.getString("category"), row.getString("origin"), row.getString("description"), pictures(row));
    }

    /** One row per variant becomes one card per product, in the order the rows came. */
    static List<ProductCard> products(StatementSpec query) {
        var products = new LinkedHashMap<ProductId, ProductCard>();
        query.query((ResultSet row) -> {
            var id = new ProductId(row.getObject("product_id", UUID.class));
            var card = products.get(id);
            if (card == null) {
                card = product(id, row);
                products.put(id, card);
            }
            if (row.getObject("id") != null) {
                card.skus().add(stock(row));
            }
        });
        return List.copyOf(products.values());
    }

    private static ProductCard product(ProductId id, ResultSet row) throws SQLException {
        return new ProductCard(
                new CommunityId(row.getObject("community_id", UUID.class)),
                id,
                row.getString("name"),
                row.getString("description"),
                row.getString("origin"),
                row.getString("category"),
                pictures(row),
                row.getBoolean("product_archived"),
                new ArrayList<>());
    }

    private static SkuStock stock(ResultSet row) throws SQLException {
        return new SkuStock(
                new SkuId(row.getObject("id", UUID.class)),
                row.getString("spec"),
                Money.ofFen(row.getLong("price_fen")),
                row.getObject("on_hand", Integer.class),
                row.getInt("reserved"),
                row.getObject("per_person_limit", Integer.class),
                row.getBoolean("archived"));
    }

    private static List<PictureRef> pictures(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("pictures").getArray())
                .map(PictureRef::new)
                .toList();
    }

    private static @Nullable PictureRef picture(@Nullable String value) {
        return value == null ? null : new PictureRef(value);
    }
}

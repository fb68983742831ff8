package tuanju.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/**
 * One sellable variant with its product, as others show it and as orders snapshot it.
 *
 * @param spec what one piece is: 2斤 / 每箱四斤
 * @param price the price of buying alone
 * @param left pieces that can still be bought; null where stock is not counted
 * @param perPersonLimit pieces one member may hold in orders that are not cancelled; null without a limit
 * @param onSale false once the product was taken off sale
 */
public record SkuCard(
        CommunityId community,
        ProductId product,
        SkuId sku,
        String productName,
        String spec,
        String origin,
        @Nullable PictureRef picture,
        Money price,
        @Nullable Integer left,
        @Nullable Integer perPersonLimit,
        boolean onSale) {

    /** From a row in which the database's {@code sku_card} has answered. */
    public static SkuCard read(CommunityId community, SkuId sku, ResultSet row) throws SQLException {
        @Nullable String picture = row.getString("sku_picture");
        return new SkuCard(
                community,
                new ProductId(row.getObject("sku_product", UUID.class)),
                sku,
                row.getString("sku_name"),
                row.getString("sku_spec"),
                row.getString("sku_origin"),
                picture == null ? null : new PictureRef(picture),
                Money.ofFen(row.getLong("sku_price_fen")),
                row.getObject("sku_pieces_left", Integer.class),
                row.getObject("sku_per_person_limit", Integer.class),
                row.getBoolean("sku_on_sale"));
    }
}

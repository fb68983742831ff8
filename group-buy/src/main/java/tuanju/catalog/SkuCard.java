package tuanju.catalog;

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
        boolean onSale) {}

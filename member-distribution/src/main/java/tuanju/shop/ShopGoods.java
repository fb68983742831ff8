package tuanju.shop;

import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.picture.PictureRef;

/**
 * Something in a shop.
 *
 * @param words of the shop's owner about it; may be empty
 * @param picture of the owner's own; null for those it is sold with
 */
record ShopGoods(CardRef ref, String words, @Nullable PictureRef picture) {}

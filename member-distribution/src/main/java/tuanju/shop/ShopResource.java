package tuanju.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.card.CardResource;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/**
 * A shop as programs read it.
 *
 * @param owner their name as strangers read it
 * @param curator whether the community's people chose its owner to curate there
 * @param link by which an order placed from here came; null where its owner withdrew it
 * @param pictureUrl null where it has none of its own
 * @param goods in their order, each as it is sold now
 * @param missing what its owner put in and does not see any more, for them to take out; of others' shops nothing
 */
record ShopResource(
        String code,
        String community,
        String title,
        String introduction,
        String owner,
        boolean curator,
        Shop.State state,
        @Nullable String link,
        @Nullable String pictureUrl,
        List<Goods> goods,
        List<Missing> missing) {

    private static final int PICTURE = 640;

    /** One thing in it; a picture of the owner's own where there is one. */
    record Goods(CardResource card, String words, @Nullable String pictureUrl) {}

    /** One thing that its owner does not see any more. */
    record Missing(CardRef.Kind kind, String code, String words) {}

    /**
     * What came of a shop: how often it was opened, orders placed by it, those paid, what they paid less what went back, what it
     * earned.
     */
    record Brought(long clicks, int orders, int paidOrders, long paidFen, long earnedFen) {

        static Brought of(ShopViews.Brought by) {
            return new Brought(
                    by.clicks(),
                    by.orders(),
                    by.paid(),
                    by.sum().fen(),
                    by.earned().fen());
        }
    }

    static ShopResource of(ShopView view, @Nullable MemberId reader, @Nullable String link, Pictures pictures) {
        var shop = view.shop();
        return new ShopResource(
                shop.code().value(),
                view.community().shortCode(),
                shop.title(),
                shop.introduction(),
                view.owner().publicName(),
                view.isCurator(),
                shop.state(),
                link,
                url(shop.cover(), shop.title(), pictures),
                view.goods().stream()
                        .map(it -> new Goods(
                                CardResource.of(it.card(), pictures),
                                it.words(),
                                url(it.said().picture(), it.card().title(), pictures)))
                        .toList(),
                view.isOf(reader)
                        ? view.missing().stream()
                                .map(it -> new Missing(
                                        it.ref().kind(), it.ref().code().value(), it.words()))
                                .toList()
                        : List.of());
    }

    private static @Nullable String url(@Nullable PictureRef picture, String name, Pictures pictures) {
        return picture == null ? null : pictures.url(picture, name, PICTURE);
    }
}

package tuanju.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.picture.Pictures;

/** A product as operators' programs see it: everything said about it, its variants and their stock. */
record ProductOnDesk(
        UUID id,
        String name,
        String description,
        String origin,
        String category,
        Status status,
        List<Picture> pictures,
        List<Variant> skus) {

    private static final int PICTURE_WIDTH = 800;

    static ProductOnDesk of(ProductCard card, Pictures pictures) {
        return new ProductOnDesk(
                card.id().value(),
                card.name(),
                card.description(),
                card.origin(),
                card.category(),
                Status.of(card.archived()),
                card.pictures().stream()
                        .map(it -> new Picture(it.value(), pictures.url(it, card.name(), PICTURE_WIDTH)))
                        .toList(),
                card.skus().stream().map(Variant::of).toList());
    }

    /** Whether it can be bought; orders already placed stay either way. */
    enum Status {
        ON_SALE,
        ARCHIVED;

        static Status of(boolean archived) {
            return archived ? ARCHIVED : ON_SALE;
        }

        /** How the shelf calls it. */
        String shelf() {
            return this == ARCHIVED ? "archived" : "sale";
        }
    }

    /** A picture by the name that is sent to keep it, and where it is. */
    record Picture(String name, String url) {}

    /**
     * A variant with its stock.
     *
     * @param onHand pieces here, reserved ones included; null where stock is not counted
     * @param reserved pieces set aside for orders that are not handed over yet
     * @param perPersonLimit pieces one member may hold; null without a limit
     */
    record Variant(
            UUID id,
            String spec,
            long priceFen,
            @Nullable Integer perPersonLimit,
            @Nullable Integer onHand,
            int reserved) {

        static Variant of(SkuStock sku) {
            return new Variant(
                    sku.id().value(),
                    sku.spec(),
                    sku.price().fen(),
                    sku.perPersonLimit(),
                    sku.onHand(),
                    sku.reserved());
        }
    }

    /**
     * A product in the list.
     *
     * @param fromFen the lowest price of its variants; null while it has none
     * @param left pieces that can still be bought of all counted variants; null where none is counted
     */
    record Listed(
            UUID id,
            String name,
            String category,
            String origin,
            Status status,
            int skus,
            @Nullable Long fromFen,
            @Nullable Long left) {

        static Listed of(ProductShelf.Item item) {
            var from = item.from();
            return new Listed(
                    item.id(),
                    item.name(),
                    item.category(),
                    item.origin(),
                    Status.of(item.archived()),
                    item.variants(),
                    from == null ? null : from.fen(),
                    item.left());
        }
    }
}

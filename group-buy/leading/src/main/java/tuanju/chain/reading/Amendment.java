package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.Sentence.Act;

/**
 * What a changing line does to which order, or why that cannot be told.
 *
 * @param held the order; null when none can be meant
 * @param items all it holds afterwards
 * @param quantity pieces of what the line is about afterwards
 * @param quantityNow pieces of it before
 */
record Amendment(
        @Nullable Held held,
        List<ChainItem> items,
        int quantity,
        int quantityNow,
        @Nullable Reason reason,
        String about,
        List<String> suggestions) {

    static Amendment of(Sentence said, List<Held> theirs, Guest guest) {
        var alive = theirs.stream().filter(held -> !held.isCancelled()).toList();
        if (alive.isEmpty()) {
            return gone(said, theirs, guest);
        }
        var meant = alive.size() == 1 ? alive : meant(said, alive);
        if (meant.size() != 1) {
            return refused(null, Reason.SEVERAL_ORDERS, guest.name(), List.of());
        }
        return new Writer(said, meant.getFirst(), guest).amend();
    }

    /** Cancelling what is cancelled does nothing, and that is no question. */
    private static Amendment gone(Sentence said, List<Held> theirs, Guest guest) {
        if (said.goods().act() == Act.CANCEL && theirs.size() == 1) {
            return new Amendment(theirs.getFirst(), List.of(), 0, 0, null, "", List.of());
        }
        return refused(null, Reason.NOBODY_TO_CHANGE, guest.name(), List.of());
    }

    private static List<Held> meant(Sentence said, List<Held> alive) {
        var numbered =
                alive.stream().filter(held -> held.hasNumber(said.listNumber())).toList();
        if (numbered.size() == 1) {
            return numbered;
        }
        var spoken = spoken(said);
        return alive.stream()
                .filter(held -> spoken.stream().anyMatch(product -> held.quantityOf(product) > 0))
                .toList();
    }

    private static List<ChainProduct> spoken(Sentence said) {
        var spoken = new ArrayList<>(said.goods().bare());
        said.goods().items().forEach(item -> spoken.add(item.product()));
        if (said.goods().old() != null) {
            spoken.add(said.goods().old());
        }
        return spoken;
    }

    private static Amendment refused(@Nullable Held held, Reason reason, String about, List<String> suggestions) {
        return new Amendment(held, List.of(), 0, 0, reason, about, suggestions);
    }

    /** Writes one order anew. */
    private record Writer(Sentence said, Held held, Guest guest) {

        Amendment amend() {
            var goods = said.goods();
            if (goods.act() == Act.CANCEL) {
                return cancel();
            }
            if (goods.items().isEmpty()) {
                return goods.pieces() == 0 || !goods.bare().isEmpty()
                        ? unclear(Reason.NO_QUANTITY)
                        : ofOne(goods.pieces());
            }
            if (isSwap(goods)) {
                return with(without(goods.old()), goods.items());
            }
            if (goods.act() == Act.SET && !names(goods.items()) && held.items().size() > 1) {
                return unclear(Reason.SEVERAL_PRODUCTS);
            }
            var base = goods.act() == Act.SET && !names(goods.items()) ? List.<ChainItem>of() : held.items();
            return with(base, goods.items());
        }

        /** 笋换成牛肉1份: the one goes, the other comes. */
        private boolean isSwap(Sentence.Goods goods) {
            return goods.act() == Act.SET
                    && goods.old() != null
                    && held.quantityOf(goods.old()) > 0
                    && goods.items().size() == 1
                    && held.holdsNoneOf(goods.items());
        }

        private List<ChainItem> without(@Nullable ChainProduct product) {
            return held.items().stream()
                    .filter(item -> !item.product().equals(product))
                    .toList();
        }

        /** Whether every product named is one the order holds. */
        private boolean names(List<ChainItem> items) {
            return items.stream().allMatch(item -> held.quantityOf(item.product()) > 0);
        }

        /** Pieces without a product: of the one spoken of before, or of the only one there is. */
        private Amendment ofOne(int pieces) {
            var old = said.goods().old();
            if (old == null && held.items().size() != 1) {
                var ways = held.items().stream()
                        .map(item -> guest.name() + " " + ChainItem.words(List.of(item)) + "改成" + pieces + "份")
                        .toList();
                return refused(held, Reason.SEVERAL_PRODUCTS, ChainItem.words(held.items()), ways);
            }
            var product = old == null ? held.items().getFirst().product() : old;
            return held.quantityOf(product) == 0
                    ? unclear(Reason.NOTHING_TO_CHANGE)
                    : with(held.items(), List.of(new ChainItem(product, pieces)));
        }

        private Amendment cancel() {
            var spoken = spoken(said);
            if (said.goods().pieces() > 0
                    && held.items().stream().mapToInt(ChainItem::quantity).sum()
                            != said.goods().pieces()) {
                return unclear(Reason.NOTHING_TO_CHANGE);
            }
            if (spoken.isEmpty()) {
                return done(
                        List.of(),
                        0,
                        held.items().stream().mapToInt(ChainItem::quantity).sum());
            }
            boolean other =
                    said.goods().items().stream().anyMatch(item -> held.quantityOf(item.product()) != item.quantity());
            if (other || spoken.stream().anyMatch(product -> held.quantityOf(product) == 0)) {
                return unclear(Reason.NOTHING_TO_CHANGE);
            }
            var kept = held.items().stream()
                    .filter(item -> spoken.stream()
                            .noneMatch(product ->
                                    product.id().equals(item.product().id())))
                    .toList();
            return done(kept, 0, 0);
        }

        private Amendment with(List<ChainItem> base, List<ChainItem> wanted) {
            var after = new ArrayList<>(base);
            int quantity = 0;
            for (var item : wanted) {
                int now = held.quantityOf(item.product());
                int then = switch (said.goods().act()) {
                    case ADD -> now + item.quantity();
                    case LESS -> now - item.quantity();
                    default -> item.quantity();
                };
                if (then < 0 || then > GoodsReader.MOST_PIECES || said.goods().act() == Act.LESS && now == 0) {
                    return unclear(Reason.NOTHING_TO_CHANGE);
                }
                replace(after, item.times(then));
                quantity += then;
            }
            return done(after, quantity, quantity);
        }

        private static void replace(List<ChainItem> items, ChainItem item) {
            for (int at = 0; at < items.size(); at++) {
                if (items.get(at).product().id().equals(item.product().id())) {
                    items.set(at, item);
                    return;
                }
            }
            items.add(item);
        }

        private Amendment done(List<ChainItem> items, int quantity, int now) {
            var kept = items.stream().filter(item -> item.quantity() > 0).toList();
            return new Amendment(held, kept, quantity, now, null, "", List.of());
        }

        private Amendment unclear(Reason reason) {
            return refused(held, reason, ChainItem.words(held.items()), List.of());
        }
    }
}

package tuanju.cycle.ordering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Goods of one kind, in their leader's order.
 *
 * @param kind as the catalogue sorts them; empty where all stand together, or for what the catalogue does not know
 */
record WindowShelf(String kind, List<WindowGoods> goods) {

    /** From so many goods on a reader looks for a kind first. */
    static final int SORTED_FROM = 8;

    /** One shelf for few goods or goods of one kind, else one a kind, as they first appear; what has none comes last. */
    static List<WindowShelf> of(List<WindowGoods> goods) {
        var kinds = new LinkedHashMap<String, List<WindowGoods>>();
        goods.forEach(it -> kinds.computeIfAbsent(it.about().category(), kind -> new ArrayList<>())
                .add(it));
        if (goods.size() < SORTED_FROM || kinds.size() < 2) {
            return List.of(new WindowShelf("", goods));
        }
        var unsorted = kinds.remove("");
        var shelves = new ArrayList<WindowShelf>();
        kinds.forEach((kind, those) -> shelves.add(new WindowShelf(kind, those)));
        if (unsorted != null) {
            shelves.add(new WindowShelf("", unsorted));
        }
        return List.copyOf(shelves);
    }
}

package tuanju.chain.reading;

import java.util.List;
import java.util.stream.Collectors;

/** So many pieces of one product. */
public record ChainItem(ChainProduct product, int quantity) {

    ChainItem times(int pieces) {
        return new ChainItem(product, pieces);
    }

    static int total(List<ChainItem> items) {
        return items.stream().mapToInt(ChainItem::quantity).sum();
    }

    /** In words that are read back as the same items. */
    static String words(List<ChainItem> items) {
        return items.stream()
                .map(item -> item.product().called() + item.quantity() + "份")
                .collect(Collectors.joining("、"));
    }
}

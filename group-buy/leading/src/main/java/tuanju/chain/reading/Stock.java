package tuanju.chain.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is left of products that are limited, while a list is read. */
final class Stock {

    private final Map<UUID, Integer> left = new HashMap<>();

    Stock(List<ChainProduct> products) {
        products.forEach(product -> {
            if (product.left() != null) {
                left.put(product.id(), product.left());
            }
        });
    }

    /** Takes what an order wants more than before; answers the product of which there is too little, and then takes nothing. */
    Optional<String> take(List<ChainItem> before, List<ChainItem> after) {
        var more = new HashMap<ChainProduct, Integer>();
        after.forEach(item -> more.merge(item.product(), item.quantity(), Integer::sum));
        before.forEach(item -> more.merge(item.product(), -item.quantity(), Integer::sum));
        for (var need : more.entrySet()) {
            var pieces = left.get(need.getKey().id());
            if (pieces != null && need.getValue() > Math.max(pieces, 0)) {
                return Optional.of(need.getKey().name() + " " + Math.max(pieces, 0));
            }
        }
        more.forEach((product, pieces) -> left.computeIfPresent(product.id(), (id, stock) -> stock - pieces));
        return Optional.empty();
    }
}

package tuanju.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order cycle as programs see it. */
record CycleResource(
        String code,
        String title,
        CycleStatus status,
        Instant opens,
        Instant cutOff,
        String pickupPoint,
        String pickupArea,
        Instant pickupFrom,
        Instant pickupUntil,
        List<Product> products) {

    record Product(
            UUID id,
            String name,
            String spec,
            long priceFen,
            @Nullable Integer left) {

        static Product of(CycleProduct product) {
            return new Product(
                    product.id(),
                    product.name(),
                    product.spec(),
                    product.price().fen(),
                    product.left());
        }
    }

    static CycleResource of(CycleCard cycle, List<CycleProduct> products) {
        return new CycleResource(
                cycle.code().value(),
                cycle.title(),
                cycle.status(),
                cycle.opens(),
                cycle.cutOff(),
                cycle.pickupPlace().name(),
                cycle.pickupPlace().area(),
                cycle.pickupFrom(),
                cycle.pickupUntil(),
                products.stream().map(Product::of).toList());
    }
}

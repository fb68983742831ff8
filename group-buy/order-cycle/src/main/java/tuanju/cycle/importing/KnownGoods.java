package tuanju.cycle.importing;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.export.KnownSpecs;
import tuanju.cycle.export.KnownSpecs.Named;
import tuanju.cycle.export.ReadExport;

/** What goods are called in a cycle, or else in its community's catalogue, for files that name them without their spec. */
@Component
@RequiredArgsConstructor
class KnownGoods {

    private final CycleProducts products;
    private final Catalog catalog;

    /** The same export, a spec beside each product whose name has only one; what has several is to be looked at. */
    ReadExport in(CycleCard cycle, ReadExport export) {
        if (export.lines().stream().noneMatch(line -> line.spec().isEmpty())) {
            return export;
        }
        var ours = KnownSpecs.of(products.of(cycle).stream().map(it -> new Named(it.name(), it.spec())));
        return export.knowing(ours.or(KnownSpecs.of(Stream.concat(onSale(cycle).stream(), written(export)))));
    }

    private List<Named> onSale(CycleCard cycle) {
        return catalog.onSale(cycle.community()).stream()
                .map(it -> new Named(it.productName(), it.spec()))
                .toList();
    }

    private static Stream<Named> written(ReadExport export) {
        return export.lines().stream().map(line -> new Named(line.product(), line.spec()));
    }
}

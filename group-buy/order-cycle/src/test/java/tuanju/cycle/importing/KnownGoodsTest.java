package tuanju.cycle.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.SkuForm;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.export.ExportFile;
import tuanju.cycle.export.LineFlag;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.planning.CycleOpening;
import tuanju.order.book.OrderBook;

/** A file that names goods without their spec makes no second product beside the one everybody means. */
@ModuleTest
@DisplayName("Imported goods without a spec")
class KnownGoodsTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleImporting importing;

    @Autowired
    Catalog catalog;

    @Autowired
    ProductEditing products;

    @Autowired
    OrderBook book;

    private Neighbourhood home;
    private CycleCard cycle;
    private String grapes;
    private String spec;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(0);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        var sold = catalog.sku(home.id(), home.sku());
        grapes = sold.productName();
        spec = sold.spec();
    }

    @Test
    void areThoseOfTheCycle() {
        assertThat(taken("鸡蛋")).containsExactly("鸡蛋 30枚");
    }

    @Test
    void areThoseOfTheCatalogueWhereTheNameHasOneSpecAndTheLeaderIsToldSo() {
        var line = read(grapes);
        assertThat(line.spec()).isEqualTo(spec);
        assertThat(line.flags()).extracting(LineFlag::kind).containsExactly(LineFlag.Kind.SPEC_KNOWN);
        assertThat(taken(grapes)).containsExactly(grapes + " " + spec);
    }

    @Test
    void areThoseOfOtherLinesOfTheFile() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨(一箱)", 1, "20", "20", "某路500弄86号801室")
                .line("乙", 2, "梨", 1, "20", "20", "某路500弄3号1701室");

        assertThat(taken(file)).containsExactly("梨 一箱", "梨 一箱");
    }

    @Test
    void areAskedAboutWhereTheNameHasSeveral() {
        var sku = catalog.sku(home.id(), home.sku());
        products.addSku(home.id(), sku.product(), new SkuForm("5斤", 99_00, null), home.leader());

        var line = read(grapes);

        assertThat(line.spec()).isEmpty();
        assertThat(line.flags()).extracting(LineFlag::kind).containsExactly(LineFlag.Kind.SPEC_MISSING);
    }

    @Test
    void keepTheirOrderKnownWhenTheCatalogueChanges() {
        taken("杏子");
        var id = products.create(home.id(), new tuanju.catalog.ProductForm("杏子", "", "", "", List.of()), home.leader());
        products.addSku(home.id(), id, new SkuForm("两斤", 20_00, null), home.leader());

        var preview = importing.dryRun(cycle, upload(file("杏子")));

        assertThat(preview.bags()).allMatch(bag -> bag.isKnown() && !bag.isChanged());
    }

    private List<String> taken(String product) {
        return taken(file(product));
    }

    private List<String> taken(ExportFile file) {
        var id = importing.upload(home.leader(), cycle.code(), upload(file));
        importing.take(home.leader(), cycle.code(), id, Map.of());
        return book.expectedOf(home.id(), cycle.id()).stream()
                .flatMap(order -> order.lines().stream())
                .map(line -> (line.productName() + " " + line.spec()).strip())
                .toList();
    }

    private ReadLine read(String product) {
        return importing
                .dryRun(cycle, upload(file(product)))
                .bags()
                .getFirst()
                .lines()
                .getFirst();
    }

    private static ExportFile file(String product) {
        return ExportFile.empty().line("甲", 1, product, 1, "29.90", "29.90", "某路500弄86号801室");
    }

    private static CycleImports.Upload upload(ExportFile file) {
        return new CycleImports.Upload("订单.xlsx", file.bytes());
    }
}

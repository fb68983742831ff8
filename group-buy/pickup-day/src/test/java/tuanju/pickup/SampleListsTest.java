package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.cycle.export.KuaituantuanExport;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.ReadOrder;
import tuanju.pickup.printing.Example;

/** Lists of the real export, read from the folder that TUANJU_SAMPLES names; counted by hand in the file. */
@EnabledIfEnvironmentVariable(named = "TUANJU_SAMPLES", matches = ".+")
class SampleListsTest {

    private ReadExport export;
    private PickupSheet sheet;

    @BeforeEach
    void read() throws IOException {
        export = KuaituantuanExport.read(
                Files.readAllBytes(Path.of(System.getenv("TUANJU_SAMPLES"), "kuaituantuan-orders.xlsx")));
        sheet = PickupSheet.of(
                export.orders().stream().map(SampleListsTest::order).toList());
    }

    @ParameterizedTest
    @EnumSource
    void all119LinesAreOnEveryList(Arrangement arrangement) {
        var sum = sheet.arranged(arrangement).sum();

        assertThat(sum.lines()).isEqualTo(119);
        assertThat(sum.pieces()).isEqualTo(119);
        assertThat(sum.amount()).isEqualTo(export.totals().amount());
    }

    @Test
    void buildingsHoldWhatTheFileSays() {
        assertThat(rooms("86")).containsExactly("503", "701", "801", "1005", "1101");
        assertThat(lines("86")).isEqualTo(6);
        assertThat(rooms("88")).containsExactly("102", "705", "1001", "1005", "1505", "1701");
        assertThat(lines("88")).isEqualTo(11);
        assertThat(rooms("29")).containsExactly("别墅");
        assertThat(rooms("3")).containsExactly("601", "1502", "1701");
    }

    @Test
    void neighboursBehindOneDoorShareABag() {
        assertThat(rooms("87")).containsExactly("105");
        assertThat(lines("87")).isEqualTo(3);
        assertThat(rooms("47")).containsExactly("102", "501");
    }

    private List<String> rooms(String building) {
        return sheet.only(building).households().stream()
                .map(household -> household.at().inside())
                .toList();
    }

    private int lines(String building) {
        return sheet.only(building).sum().lines();
    }

    private static PickupOrder order(ReadOrder order) {
        var lines = order.lines().stream()
                .map(line -> new PickupLine(
                        line.written().product(), line.spec(), line.written().quantity(), line.amount()))
                .toArray(PickupLine[]::new);
        return Example.order(order.address().door(), Masked.name(order.name()), lines);
    }
}

package tuanju.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.address.AddressFlag;
import tuanju.address.AddressOrigin;
import tuanju.address.AddressPart;
import tuanju.address.Attention;
import tuanju.cycle.export.LineFlag.Kind;
import tuanju.money.Money;

/** The real export, read from the folder that TUANJU_SAMPLES names; without one this test is skipped. */
@EnabledIfEnvironmentVariable(named = "TUANJU_SAMPLES", matches = ".+")
class SampleExportTest {

    private static ReadExport export = ForeignExport.unread();

    @BeforeAll
    static void read() throws IOException {
        export = KuaituantuanExport.read(
                Files.readAllBytes(Path.of(System.getenv("TUANJU_SAMPLES"), "kuaituantuan-orders.xlsx")));
    }

    @Test
    @DisplayName("All 119 lines are accounted for, once each, and add up")
    void accountsForEveryLine() {
        assertThat(export.totals()).isEqualTo(new Totals(119, 77, 119, Money.ofYuan("9287.00"), 87, 14, 18));
        assertThat(export.lines()).extracting(line -> line.written().row()).isEqualTo(rows(2, 120));
        assertThat(export.title()).isEqualTo("大仓购惠民水果100箱起送");
        assertThat(export.firstOrder()).isEqualTo("2022-05-23T10:40:59");
    }

    @Test
    void everyLineHasADoor() {
        assertThat(export.lines()).allSatisfy(line -> {
            assertThat(line.address().building()).isNotNull();
            assertThat(line.address().room()).isNotNull();
            assertThat(line.address().lane()).extracting(AddressPart::value).isEqualTo("500");
        });
        assertThat(rowsWhose(line -> line.address().attention() == Attention.LOOK))
                .containsExactly(36);
        assertThat(rowsWhose(line -> line.address().attention() == Attention.REPAIRED))
                .containsExactly(2, 59, 60, 71, 83, 89, 106, 107, 108, 115, 119);
    }

    @ParameterizedTest(name = "row {0} goes to {1}")
    @CsvSource({
        "2, 56-602",
        "22, 29-别墅",
        "25, 86-503",
        "36, 87-105",
        "37, 1-801",
        "59, 69-201",
        "61, 56-1202",
        "71, 52-502",
        "74, 88-705",
        "83, 57-701",
        "88, 39-702",
        "89, 86-801",
        "106, 45-101",
        "115, 47-102",
        "119, 88-1701"
    })
    void readsTheHardOnes(int row, String door) {
        assertThat(line(row).address().door().withoutLane().shown()).isEqualTo(door);
    }

    @Test
    void saysWhereAnOverridingDoorComesFrom() {
        assertThat(line(36).address().room()).isEqualTo(new AddressPart("105", AddressOrigin.NOTE));
        assertThat(line(36).address().has(AddressFlag.Kind.NOTE_OVERRIDES)).isTrue();
        assertThat(line(115).address().has(AddressFlag.Kind.TEXT_OVERRIDDEN)).isTrue();
        assertThat(line(89).address().has(AddressFlag.Kind.GLUED_NUMBER)).isTrue();
    }

    @Test
    void looksAtWhatDoesNotAddUp() {
        assertThat(rowsWhose(line -> line.has(Kind.AMOUNT_DIFFERS))).containsExactly(3, 5, 6, 7, 8, 95, 96, 97, 98, 99);
        assertThat(rowsWhose(line -> line.has(Kind.SPEC_COPIED))).containsExactly(5, 6, 7, 8, 95, 96, 97, 98, 99);
        assertThat(rowsWhose(line -> line.has(Kind.ORDER_AMOUNT_DIFFERS))).containsExactly(3);
        assertThat(rowsWhose(line -> line.has(Kind.NUMBER_BREAKS_RUN))).containsExactly(54, 102, 111);
        assertThat(rowsWhose(line -> line.has(Kind.TWO_BUYERS))).containsExactly(63, 64, 104, 105);
        assertThat(rowsWhose(line -> line.has(Kind.PHONE_DIFFERS)))
                .containsExactly(4, 5, 6, 7, 8, 42, 43, 95, 96, 97, 98, 99);
    }

    @Test
    void showsWhereTheSheetsDisagree() {
        assertThat(export.differences())
                .contains(
                        new Difference(Difference.Kind.ORDERS, "", "77", "164"),
                        new Difference(Difference.Kind.PIECES, "", "119", "231"),
                        new Difference(Difference.Kind.AMOUNT, "", "9287.00", "17297.40"),
                        new Difference(Difference.Kind.SUMMARY_AMOUNT, "新奇士橙(1份十个)", "1265.00", "1690.00"));
    }

    private static ReadLine line(int row) {
        return export.lines().get(row - 2);
    }

    private static List<Integer> rows(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Integer> rowsWhose(Predicate<ReadLine> question) {
        return export.lines().stream()
                .filter(question)
                .map(line -> line.written().row())
                .toList();
    }
}

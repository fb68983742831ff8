package tuanju.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tuanju.cycle.export.ExportFile.Part;

@DisplayName("A-80 A-87 Files that are no order export are refused, and it is said why")
class BadWorkbookTest {

    @Test
    void refusesNothing() {
        assertRefused(new byte[0], 400, "workbook-empty");
    }

    @Test
    void refusesFiftyMegabytes() {
        assertRefused(new byte[50 << 20], 413, "workbook-too-large");
    }

    @Test
    void refusesACsvThatIsCalledXlsx() {
        assertRefused("下单人,商品,数量\n甲,梨,1\n".getBytes(StandardCharsets.UTF_8), 415, "workbook-not-xlsx");
    }

    @Test
    void refusesTheOldBinaryFormat() {
        var ole = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};

        assertRefused(ole, 415, "workbook-not-xlsx");
    }

    @Test
    void refusesAZipThatIsNoWorkbook() throws IOException {
        assertRefused(zip("hello.txt", "hello".getBytes(StandardCharsets.UTF_8)), 415, "workbook-not-xlsx");
    }

    @Test
    void refusesHalfAFile() {
        var whole = ExportFile.twoOrders().bytes();

        assertRefused(Arrays.copyOf(whole, whole.length / 2), 400, "workbook-corrupt");
    }

    @Test
    void refusesFlippedBytes() {
        var file = ExportFile.twoOrders().bytes();
        for (int at = 200; at < file.length; at += 97) {
            file[at] ^= 0x55;
        }
        var refusal = catchThrowableOfType(CannotRead.class, () -> KuaituantuanExport.read(file));

        assertThat(refusal).isNotNull();
        assertThat(refusal.getStatus()).isBetween(400, 499);
    }

    @Test
    void refusesSheetsThatAreNotXml() {
        var file = ExportFile.withPart(ExportFile.twoOrders().bytes(), new Part("xl/worksheets/sheet1.xml", "<oops"));

        assertRefused(file, 400, "workbook-corrupt");
    }

    @Test
    void refusesAZipBombBeforeParsingIt() throws IOException {
        assertRefused(zip("xl/workbook.xml", new byte[100 << 20]), 413, "workbook-unpacks-too-large");
    }

    @Test
    void refusesThousandsOfParts() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int part = 0; part < 1000; part++) {
                zip.putNextEntry(new ZipEntry("xl/part" + part + ".xml"));
            }
        }
        assertRefused(out.toByteArray(), 413, "workbook-unpacks-too-large");
    }

    @Test
    void refusesMacros() {
        var file = ExportFile.withPart(ExportFile.twoOrders().bytes(), new Part("xl/vbaProject.bin", "macro"));

        assertRefused(file, 415, "workbook-has-macros");
    }

    @Test
    @DisplayName("A-87 External entities are refused before any parser sees them")
    void refusesEntities() {
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst>&e;</sst>";
        var file = ExportFile.withPart(ExportFile.twoOrders().bytes(), new Part("xl/sharedStrings.xml", entity));

        assertRefused(file, 400, "workbook-has-entities");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        var refusal = refusal(ExportFile.twoOrders().without("数量", "详细地址").bytes());

        assertThat(refusal.getType()).isEqualTo("workbook-columns-missing");
        assertThat(refusal.getArguments()).containsExactly("顾客购买表", "数量、详细地址");
    }

    @Test
    void refusesAColumnThatStandsTwice() {
        var refusal = refusal(ExportFile.twoOrders().withExtraColumn("数量").bytes());

        assertThat(refusal.getType()).isEqualTo("workbook-column-repeated");
    }

    @Test
    void refusesAWorkbookAboutSomethingElse() {
        var file = ExportFile.twoOrders().without("跟团号", "下单人", "商品").bytes();

        assertRefused(file, 422, "workbook-no-order-sheet");
    }

    @Test
    void refusesAnExportWithoutLines() {
        assertRefused(ExportFile.empty().bytes(), 422, "workbook-no-lines");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "数量, -1, quantity",
        "数量, 0, quantity",
        "数量, 1.5, quantity",
        "数量, 1000000000, quantity",
        "数量, '', quantity",
        "数量, １, number",
        "数量, 两箱, number",
        "数量, 1e99, quantity",
        "商品金额, -5, amount",
        "商品金额, 5.005, amount",
        "商品金额, 99999999, amount",
        "商品金额, 五元, number",
        "订单金额, -1, amount",
        "商品, '', empty",
        "数量, =1+1, formula"
    })
    void namesRowAndColumnOfACellItCannotUse(String column, String value, String why) {
        var refusal = refusal(ExportFile.twoOrders().with(column, value).bytes());

        assertThat(refusal.getStatus()).isEqualTo(422);
        assertThat(refusal.getType()).isEqualTo("workbook-cell-" + why);
        assertThat(refusal.getArguments()).startsWith("4", column);
    }

    @Test
    void refusesTextThatIsTooLong() {
        var refusal = refusal(ExportFile.twoOrders().with("下单人", "长".repeat(41)).bytes());

        assertThat(refusal.getType()).isEqualTo("workbook-cell-text");
    }

    private static CannotRead refusal(byte[] file) {
        var refusal = catchThrowableOfType(CannotRead.class, () -> KuaituantuanExport.read(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static void assertRefused(byte[] file, int status, String type) {
        assertThat(refusal(file).getType()).isEqualTo(type);
        assertThat(refusal(file).getStatus()).isEqualTo(status);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}

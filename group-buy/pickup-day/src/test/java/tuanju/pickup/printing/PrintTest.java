package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.pickup.printing.Example.grapefruit;
import static tuanju.pickup.printing.Example.lychee;
import static tuanju.pickup.printing.Example.melon;
import static tuanju.pickup.printing.Example.order;

import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tuanju.money.Money;
import tuanju.order.dues.Dues;
import tuanju.pickup.Arrangement;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.SortedList;
import tuanju.picture.Typefaces;

class PrintTest {

    private static final Typefaces TYPEFACES = typefaces();

    private final PickupSheet sheet = PickupSheet.of(List.of(
            order("86", "701", "马**", melon(1)),
            order("86", "1005", "黎**", melon(1), grapefruit(3)),
            Example.withNote(order("3", "1701", "邬**", lychee(1)), "请送到家"),
            order("", "", "丁**", lychee(2))));
    private final Imprint imprint = Example.imprint(sheet);

    @ParameterizedTest
    @EnumSource
    void aListOnPaperSaysEverythingAndWhatItAddsUpTo(Arrangement arrangement) throws IOException {
        var list = sheet.arranged(arrangement);
        var text = text(new ListPaper(Example.chinese(), imprint, "按户装袋").print(list, font()));

        assertThat(text)
                .contains("周一水果团", "核对", "5 行 · 8 件 · ¥" + list.sum().amount().yuan(), "第 1 / 1 页");
        assertThat(text).contains("楼号不明", "86", "701", "1005", "1701", "西柚", "×3", imprint.version());
        assertThat(text).contains("2026-04-06 07:30", "陈团长");
    }

    @Test
    void theFontIsEmbeddedAsASubset() throws IOException {
        var pdf = new ListPaper(Example.chinese(), imprint, "按户装袋").print(sheet.arranged(Arrangement.BY_ROOM), font());

        var written = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(written).contains("/FontFile2", "/TUANJU+", "/ToUnicode").doesNotContain("/Helvetica");
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void theSamePrintIsTheSameFile() throws IOException {
        var labels = Label.perHousehold(sheet);

        assertThat(new LabelPaper(Example.chinese(), imprint).onRoll(labels, font()))
                .isEqualTo(new LabelPaper(Example.chinese(), imprint).onRoll(labels, font()));
    }

    @Test
    void aLongBuildingGoesOnWithItsNumberOnTheNextPage() throws IOException {
        var orders = IntStream.rangeClosed(1, 60)
                .mapToObj(floor -> order("88", floor + "01", "王**", melon(1), lychee(1)))
                .toList();
        var list = PickupSheet.of(orders).arranged(Arrangement.BY_ROOM);
        var pdf = new PdfReader(new ListPaper(Example.chinese(), imprint, "按户装袋").print(list, font()));

        assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            var text = new PdfTextExtractor(pdf).getTextFromPage(page);
            assertThat(text).contains("88", "核对 120 行 · 120 件", "第 " + page + " / ");
            assertThat(text.contains("（接上页）")).isEqualTo(page > 1);
        }
    }

    @Test
    void aLabelIsSeventyByFiftyAndSaysWhoseBagItIs() throws IOException {
        var pdf = new PdfReader(new LabelPaper(Example.chinese(), imprint).onRoll(Label.perHousehold(sheet), font()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(4);
        assertThat(pdf.getPageSize(1).getWidth()).isCloseTo(198.4f, org.assertj.core.data.Offset.offset(0.1f));
        assertThat(pdf.getPageSize(1).getHeight()).isCloseTo(141.7f, org.assertj.core.data.Offset.offset(0.1f));
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(2))
                .contains("3-1701", "邬**", "荔枝", "请送到家", "本楼 1/1 · 总 2/4");
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(4)).contains("86-1005", "×3", "本楼 2/2 · 总 4/4");
    }

    @Test
    void fifteenLabelsShareASheetOfA4() throws IOException {
        var orders = IntStream.rangeClosed(1, 16)
                .mapToObj(number -> order("5", number + "01", "王**", melon(1)))
                .toList();
        var labels = Label.perHousehold(PickupSheet.of(orders));
        var pdf = new PdfReader(new LabelPaper(Example.chinese(), imprint).onSheets(labels, font()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
    }

    @Test
    void fiveHundredLabelsTakeLessThanTwoSeconds() throws IOException {
        var orders = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> order("" + number % 40, number + "01", "王**", melon(1), grapefruit(2), lychee(1)))
                .toList();
        var labels = Label.perHousehold(PickupSheet.of(orders));
        var font = font();
        // of this thread's own time: what else the machine does must not count
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();

        var pdf = new LabelPaper(Example.chinese(), imprint).onRoll(labels, font);

        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(new PdfReader(pdf).getNumberOfPages()).isEqualTo(500);
    }

    @Test
    void printsWhatNoFontKnowsWithoutStumbling() throws IOException {
        var odd = PickupSheet.of(List.of(order("5", "602", "🌸**", Example.line("‮=玫瑰🌹", 1, "9.90"))));

        assertThat(text(new ListPaper(Example.words(Locale.ENGLISH), imprint, "By room")
                        .print(odd.arranged(Arrangement.BY_ROOM), font())))
                .contains("=玫瑰", "Page 1 of 1");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A-85 the workbook holds texts and numbers, no formula, and adds up")
    void theWorkbookHoldsNoFormula(Arrangement arrangement) throws IOException {
        var harmful = Example.withNote(
                order("86", "=1+1", "@王**", Example.line("=HYPERLINK(\"http://x\",\"礼\")", 2, "80")),
                "＝cmd|' /C calc'!A0");
        var list = PickupSheet.of(List.of(harmful, order("3", "601", "谢**", lychee(1))))
                .arranged(arrangement);

        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(new ListWorkbook(Example.chinese(), imprint).write(list)))) {
            for (var page : workbook.getSheets().toList()) {
                assertThat(page.read()).flatMap(PrintTest::types).doesNotContain(CellType.FORMULA);
            }
            var rows = workbook.getFirstSheet().read();
            int quantity = ListColumn.of(list).indexOf(ListColumn.QUANTITY);
            int amount = ListColumn.of(list).indexOf(ListColumn.AMOUNT);
            int note = ListColumn.of(list).indexOf(ListColumn.NOTE);
            assertThat(rows).hasSize(4);
            assertThat(rows.getLast().getCell(quantity).asNumber()).isEqualByComparingTo("3");
            assertThat(rows.getLast().getCell(amount).asNumber()).isEqualByComparingTo("219.90");
            assertThat(rows).extracting(row -> row.getCellText(note)).contains("'＝cmd|' /C calc'!A0");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("W-21 where an order's money is stands beside its first line alone, so that the columns add up")
    void whereMoneyIsAddsUp(Arrangement arrangement) throws IOException {
        var paid = Example.withDues(order("86", "701", "马**", melon(1), lychee(1)), dues("100", "0", "39.90"));
        var cash = Example.withDues(
                order("86", "701", "马**", lychee(1), grapefruit(1), melon(1)), dues("0", "175.90", "0"));
        var list = PickupSheet.of(List.of(paid, cash)).arranged(arrangement);

        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(new ListWorkbook(Example.chinese(), imprint).write(list)))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(sums(rows, list, ListColumn.PAID_HERE)).containsExactly("100.00", "100.00");
            assertThat(sums(rows, list, ListColumn.PAID_TO_LEADER)).containsExactly("175.90", "175.90");
            assertThat(sums(rows, list, ListColumn.NOT_PAID)).containsExactly("39.90", "39.90");
            assertThat(sums(rows, list, ListColumn.AMOUNT)).containsExactly("315.80", "315.80");
        }
    }

    private static Dues dues(String here, String toLeader, String open) {
        return new Dues(Money.ofYuan(here), Money.ofYuan(toLeader), Money.ofYuan(open), Money.ZERO);
    }

    /** What the lines of a column add up to, and what its last row says. */
    private static List<String> sums(List<Row> rows, SortedList list, ListColumn of) {
        int column = ListColumn.of(list).indexOf(of);
        var lines = rows.subList(1, rows.size() - 1).stream()
                .flatMap(row -> row.getCellAsNumber(column).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var last = rows.getLast().getCellAsNumber(column).orElseThrow();
        return List.of(lines.setScale(2).toString(), last.setScale(2).toString());
    }

    private static List<CellType> types(Row row) {
        return row.stream()
                .filter(java.util.Objects::nonNull)
                .map(cell -> cell.getType())
                .toList();
    }

    private static String text(byte[] pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    }

    private static byte[] font() {
        return TYPEFACES.file();
    }

    private static Typefaces typefaces() {
        try {
            return new Typefaces();
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}

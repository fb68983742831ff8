package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.pickup.printing.Example.drop;
import static tuanju.pickup.printing.Example.grapefruit;
import static tuanju.pickup.printing.Example.lychee;
import static tuanju.pickup.printing.Example.melon;
import static tuanju.pickup.printing.Example.order;

import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tuanju.pickup.Drop;
import tuanju.pickup.PackMatrix;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.Stop;
import tuanju.picture.Typefaces;

@DisplayName("Paper by pickup point")
class DropPaperTest {

    private final Drop gate = drop(
            "3号门",
            PickupSheet.of(List.of(
                    order("86", "1005", "黎**", melon(1), grapefruit(3)),
                    order("86", "701", "马**", melon(2)),
                    order("9", "101", "邬**", lychee(9)))));
    private final Drop shop = drop("10号门便利店", PickupSheet.of(List.of(order("2", "301", "丁**", lychee(2)))));
    private final List<Drop> drops = List.of(gate, shop);
    private final Imprint imprint = Example.imprint(gate.sheet());

    @Test
    void theMatrixSaysWhoGetsHowManyAndAddsUp() throws IOException {
        var pdf = read(new MatrixPaper(Example.chinese(), imprint, PackMatrix.of(drops)).print(font()));

        assertThat(pdf.getPageSizeWithRotation(1).getWidth())
                .isGreaterThan(pdf.getPageSizeWithRotation(1).getHeight());
        assertThat(text(pdf, 1))
                .contains("装袋总表", "3号门 · 3 户 · 15 件", "86-701", "86-1005", "9-101", "西柚", "合计 4 户")
                .contains("核对 5 行 · 17 件", imprint.version(), "第 1 / 1 页");
    }

    @Test
    void moreProductsThanFitBesideEachOtherGoOnWithTheDoorsAgain() throws IOException {
        var lines = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> Example.line("商品" + number, number, "1"))
                .toArray(PickupLine[]::new);
        var wide =
                drop("3号门", PickupSheet.of(List.of(order("86", "701", "马**", lines), order("9", "2", "丁**", lines))));
        var pdf = read(new MatrixPaper(Example.chinese(), imprint, PackMatrix.of(List.of(wide))).print(font()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(3);
        for (int page = 1; page <= 3; page++) {
            assertThat(text(pdf, page)).contains("86-701", "9-2", "共 30 种", "核对 60 行 · 930 件", "第 " + page + " / 3 页");
        }
        assertThat(text(pdf, 3)).contains("商品 21–30");
    }

    @Test
    void manyBagsKeepTheProductsNamesOnEveryPage() throws IOException {
        var orders = IntStream.rangeClosed(1, 60)
                .mapToObj(floor -> order("88", floor + "01", "王**", melon(1), lychee(1)))
                .toList();
        var pdf = read(new MatrixPaper(
                        Example.chinese(), imprint, PackMatrix.of(List.of(drop("3号门", PickupSheet.of(orders)))))
                .print(font()));

        assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            assertThat(text(pdf, page)).contains("荔枝", "商品 1–2，共 2 种");
        }
    }

    @Test
    void aDeliveryNoteIsOnePagePerPointAndIsSigned() throws IOException {
        var pdf = read(new DeliveryPaper(Example.chinese(), imprint, drops).print(font()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(text(pdf, 1))
                .contains("送货单", "3号门", "3 袋", "荔枝", "2 箱（每箱 4）+ 散 1", "实收", "收货人签字", "送货人签字", "3 种商品")
                .contains("4 行 · 15 件");
        assertThat(text(pdf, 2)).contains("10号门便利店", "1 袋", "散 2", "收货人签字", "1 行 · 2 件");
    }

    @Test
    void theDriverSheetLeadsFromPointToPointWithoutAFullNumber() throws IOException {
        var stops =
                drops.stream().map(drop -> new Stop(drop, "陈团长", "138****0001")).toList();
        var text = text(read(new DriverPaper(Example.chinese(), imprint, stops).print(font())), 1);

        assertThat(text).contains("司机单", "紫龙路500弄3号门岗亭", "联系 陈团长 · 138****0001", "9 件", "核对 5 行 · 17 件");
        assertThat(text.indexOf("3号门岗亭")).isLessThan(text.indexOf("10号门便利店岗亭"));
        assertThat(text).doesNotContainPattern("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    }

    @Test
    void labelsOfSeveralPointsSayWhereTheyGoAndCountForThemselves() throws IOException {
        var pdf = read(new LabelPaper(Example.chinese(), imprint).onRoll(Label.perHousehold(drops), font()));

        assertThat(pdf.getNumberOfPages()).isEqualTo(4);
        assertThat(text(pdf, 3)).contains("86-1005", "本楼 2/2 · 总 3/3", "3号门");
        assertThat(text(pdf, 4)).contains("2-301", "本楼 1/1 · 总 1/1", "10号门便利店");
    }

    @Test
    void workbooksHoldTheSameSums() throws IOException {
        var books = new DropWorkbooks(Example.chinese(), imprint);
        try (var book = open(books.matrix(PackMatrix.of(drops)))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(5).getCell(7).asNumber()).isEqualByComparingTo("17");
        }
        try (var book = open(books.deliveryNotes(drops))) {
            assertThat(book.getFirstSheet().read().get(4).getCell(2).asNumber()).isEqualByComparingTo("15");
        }
        var stops =
                drops.stream().map(drop -> new Stop(drop, "=陈", "138****0001")).toList();
        try (var book = open(books.driverSheet(stops))) {
            assertThat(book.getFirstSheet().read().get(1).getCellText(4)).isEqualTo("'=陈 138****0001");
        }
        try (var book = open(books.labels(Label.perHousehold(drops), gate.sum()))) {
            assertThat(book.getFirstSheet().read().get(1).getCellText(1)).isEqualTo("9");
        }
    }

    private static ReadableWorkbook open(byte[] file) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file));
    }

    private static PdfReader read(byte[] pdf) throws IOException {
        return new PdfReader(pdf);
    }

    private static String text(PdfReader pdf, int page) throws IOException {
        return new PdfTextExtractor(pdf).getTextFromPage(page);
    }

    private static byte[] font() throws IOException {
        try {
            return new Typefaces().file();
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}

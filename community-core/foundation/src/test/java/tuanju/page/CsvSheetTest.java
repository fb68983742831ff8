package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @Test
    void beginsWithAByteOrderMarkAndEndsEachLineAsTheStandardSays() {
        var sheet = new CsvSheet(List.of("商品", "元"));
        sheet.row(List.of("鸡蛋", new BigDecimal("-12.50")));
        assertThat(text(sheet)).isEqualTo("\uFEFF商品,元\r\n鸡蛋,-12.50\r\n");
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(line("苹果, \"红\"\n大")).isEqualTo("\"苹果, \"\"红\"\"\n大\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "+86138",
                "-1",
                "@SUM(1)",
                "＝1+1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\u0000=1",
                "\t=1"
            })
    @DisplayName("A-85 text is never a formula")
    void textIsNeverAFormula(String evil) {
        assertThat(line(evil).replace("\"", "")).startsWith("'");
    }

    private static String line(String cell) {
        var sheet = new CsvSheet(List.of());
        sheet.row(List.of(cell));
        return text(sheet).substring("\uFEFF\r\n".length()).stripTrailing();
    }

    private static String text(CsvSheet sheet) {
        return new String(sheet.bytes(), StandardCharsets.UTF_8);
    }
}

package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @DisplayName("A-85 what looks like a formula is written as text")
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+86 138",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "  =1",
                "　=1",
                "\u0000=1",
                "\r\n=1"
            })
    void disarmsFormulas(String typed) {
        assertThat(CellText.safe(typed)).startsWith("'").doesNotContain("\u0000");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(CellText.safe("王**")).isEqualTo("王**");
        assertThat(CellText.safe("88–705")).isEqualTo("88–705");
        assertThat(CellText.safe("")).isEmpty();
    }
}

package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import tuanju.cycle.CycleRound;

@DisplayName("A referrer's statement on paper")
class StatementPaperTest extends CommissionExample {

    @Autowired
    private StatementPaper paper;

    @Autowired
    private Commissions commissions;

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    @DisplayName("says the sums and a line for each order, in the reader's language, and names no buyer")
    void saysWhatWasEarned() throws IOException {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var order = paid(cycle, 1, link(cycle), 2);

        var chinese = text(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese).contains("佣金对账单", order.value(), "¥3.20");
        assertThat(text(Locale.ENGLISH)).contains("Statement of commissions", order.value());
        var buyer = jdbc.sql("select recipient_name from orders where code = ?")
                .param(order.value())
                .query(String.class)
                .single();
        assertThat(chinese).doesNotContain(buyer);
    }

    private String text(Locale locale) throws IOException {
        LocaleContextHolder.setLocale(locale);
        var file = paper.of(commissions.sums(me()), commissions.of(me(), null, null, 10));
        return new PdfTextExtractor(new PdfReader(file)).getTextFromPage(1);
    }
}

package tuanju.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tuanju.WebTest;

/** What needs somebody on the operator's first page, and in which words. */
@WebTest
class AlarmsTest {

    @Autowired
    MessageSource messages;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insight.alarm.complaints",
                "insight.alarm.second-words",
                "insight.alarm.exceptions",
                "insight.alarm.refundsStuck",
                "insight.alarm.payouts",
                "insight.alarm.leaders",
                "upkeep.trouble.unheard"
            })
    @DisplayName("one is said as one, and many are counted")
    void oneIsSaidAsOne(String sentence) {
        assertThat(messages.getMessage(sentence, new Object[] {1}, Locale.ENGLISH))
                .startsWith("One ");
        assertThat(messages.getMessage(sentence, new Object[] {1_234}, Locale.ENGLISH))
                .startsWith("1,234 ");
        assertThat(messages.getMessage(sentence, new Object[] {1_234}, Locale.SIMPLIFIED_CHINESE))
                .contains("1,234 ");
    }
}

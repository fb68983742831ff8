package tuanju.chain.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;

/** What a leader pastes into the group says no more than is true, and nothing of goods that nobody wants yet. */
@ModuleTest
class GroupTextsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private GroupTexts texts;

    private CycleCard cycle;

    @BeforeEach
    void aCycleWithPearsByWeight() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        Neighbourhood home = neighbourhoods.found(1);
        cycle = round.openWithPears(home, CycleRound.eggs(29_90));
        round.paid(home, cycle, 0, 2);
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theProgressNamesOnlyWhatWillBeBoughtAndCountsPieces() {
        assertThat(texts.of(cycle, GroupText.Kind.PROGRESS))
                .contains("A 散养鸡蛋 30枚  会进 2 份")
                .doesNotContain("翠冠梨");
    }

    @Test
    void whatIsSoldByWeightSaysWhatHalfAKiloCostsAndWhatIsPaidFirst() {
        assertThat(texts.of(cycle, GroupText.Kind.OPENING))
                .contains("A 散养鸡蛋 30枚  ¥29.90", "B 翠冠梨 1斤  ¥20.00/500 克，先付 ¥22.00，称完多退");
    }
}

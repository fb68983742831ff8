package tuanju.cycle.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.cycle.CycleStatus;

@DisplayName("The tools around a cycle")
class CycleToolTest {

    @Test
    void aDraftOnlyTakesOrdersFromAFile() {
        assertThat(tools(CycleStatus.DRAFT, true)).containsExactly(CycleTool.IMPORT);
    }

    @Test
    void onlyGoodsSoldByWeightAreWeighedAndOnlyOnceTheyAreOrdered() {
        assertThat(tools(CycleStatus.ARRIVED, true)).contains(CycleTool.WEIGHING);
        assertThat(tools(CycleStatus.ARRIVED, false)).doesNotContain(CycleTool.WEIGHING);
        assertThat(tools(CycleStatus.OPEN, true)).doesNotContain(CycleTool.WEIGHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = CycleStatus.class,
            names = {"DONE", "LAPSED"})
    void whatIsOverTakesNothingMoreAndCanComeAgain(CycleStatus over) {
        assertThat(tools(over, true))
                .contains(CycleTool.NEXT_ROUND, CycleTool.BOARD)
                .doesNotContain(CycleTool.IMPORT, CycleTool.CHAIN_LIST, CycleTool.RECEIVING, CycleTool.TO_THE_DOOR);
    }

    @ParameterizedTest
    @EnumSource(CycleStatus.class)
    void ofItsStageAreAFewAndTheOthersAreBelowNoneLost(CycleStatus status) {
        var stage = CycleTool.ofStage(status, true);
        var besides = CycleTool.besides(status, true).stream()
                .flatMap(shelf -> shelf.tools().stream())
                .toList();
        assertThat(stage).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        assertThat(besides).doesNotContainAnyElementsOf(stage);
        assertThat(stage.size() + besides.size()).isEqualTo(tools(status, true).size());
    }

    private static List<CycleTool> tools(CycleStatus status, boolean weighed) {
        return CycleTool.of(status, weighed).stream()
                .flatMap(shelf -> shelf.tools().stream())
                .toList();
    }
}

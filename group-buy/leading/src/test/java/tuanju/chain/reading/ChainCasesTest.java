package tuanju.chain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole texts as groups send them, and everything that must come of them (W-23, W-30, W-32 to W-34). */
class ChainCasesTest {

    static Stream<ChainCase> cases() {
        return ChainCase.of("cases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAWholeText(ChainCase text) {
        assertThat(text.read()).isEqualTo(text.expected());
    }
}

package tuanju.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;

class VisibilityTest {

    @Test
    void everyChoiceIsReadAsItIsSaid() {
        assertThat(Visibility.choices())
                .hasSize(11)
                .allSatisfy(it -> assertThat(Visibility.of(it.word())).isEqualTo(it));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "PUBLIC"})
    void nothingSaidIsEverybody(String word) {
        assertThat(Visibility.of(word)).isEqualTo(Visibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "LEVEL_0", "LEVEL_10", "LEVEL_١", "LEVEL", "PUBLIC "})
    void otherWordsAreRefused(String word) {
        assertThatThrownBy(() -> Visibility.of(word)).isInstanceOf(Invalid.class);
    }
}

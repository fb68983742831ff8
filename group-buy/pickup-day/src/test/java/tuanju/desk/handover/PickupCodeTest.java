package tuanju.desk.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickupCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"7K0M91", "7k0m91", "7KOM9I", "7kom9l", " 7K0-M91 ", "７Ｋ０Ｍ９１"})
    void readsWhatPeopleType(String typed) {
        assertThat(PickupCode.read(typed)).contains(new PickupCode("7K0M91"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K0M9", "7K0M911", "7K0M9U", "提货码七七八八", "'; drop table orders; --"})
    void takesNothingElseForACode(String typed) {
        assertThat(PickupCode.read(typed)).isEmpty();
    }

    @Test
    void doesNotReadEndlessInput() {
        assertThat(PickupCode.read("7".repeat(1_000_000))).isEmpty();
    }
}

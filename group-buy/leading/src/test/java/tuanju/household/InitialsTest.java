package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A name is found by the letters with which it is spoken")
class InitialsTest {

    @Test
    void byEachOfItsCharactersAlsoRareOnes() {
        assertThat(Initials.fit("王小美", "wxm")).isTrue();
        assertThat(Initials.fit("李梓萱", "lzx")).isTrue();
        assertThat(Initials.fit("张婷", "zt")).isTrue();
        assertThat(Initials.fit("王小美", "xm")).isTrue();
        assertThat(Initials.fit("王小美", "wm")).isFalse();
    }

    @Test
    void aSurnameWithTwoSoundsByEither() {
        assertThat(Initials.fit("曾小美", "zxm")).isTrue();
        assertThat(Initials.fit("曾小美", "cxm")).isTrue();
        assertThat(Initials.fit("单田芳", "stf")).isTrue();
    }

    @Test
    void lettersStandForThemselves() {
        assertThat(Initials.fit("Anna", "ann")).isTrue();
        assertThat(Initials.fit("张A", "za")).isTrue();
        assertThat(Initials.sortKey("曾A")).isEqualTo("za");
    }
}

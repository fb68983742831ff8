package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    @DisplayName("V-05 a leader sees the surname only")
    void keepsTheSurname() {
        assertThat(Masked.name("郭山彤")).isEqualTo("郭**");
        assertThat(Masked.name("欧阳娜娜")).isEqualTo("欧阳**");
        assertThat(Masked.name(" 欧有皆 ")).isEqualTo("欧**");
        assertThat(Masked.name("🌸小李")).isEqualTo("🌸**");
        assertThat(Masked.name("")).isEqualTo("**");
    }

    @Test
    @DisplayName("I-V1 a phone number in a note is masked too")
    void masksPhonesInNotes() {
        assertThat(Masked.note("到了打13812345678")).isEqualTo("到了打138****5678");
        assertThat(Masked.note("138 1234 5678 谢谢")).isEqualTo("138****5678 谢谢");
        assertThat(Masked.note("帮忙送到87-105")).isEqualTo("帮忙送到87-105");
    }
}

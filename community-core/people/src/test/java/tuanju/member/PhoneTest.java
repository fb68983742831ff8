package tuanju.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001", " 138 0000 0001 ", "138-0000-0001", "+8613800000001", "+86 138 0000 0001",
                "008613800000001", "8613800000001", "１３８００００0001", "（138）00000001", "138　0000　0001"
            })
    void readsANumberAsPeopleTypeIt(String typed) {
        assertThat(Phone.of(typed).digits()).isEqualTo("13800000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380000000",
                "138000000011",
                "12800000001",
                "+1 202 555 0100",
                "o3800000001",
                "1380000000l",
                "13800000001,13800000002",
                "13800000001'--",
                "٠١٣٨٠٠٠٠٠٠٠٠١"
            })
    void refusesWhatIsNoMobileNumber(String typed) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Phone.of(typed))
                .satisfies(it -> assertThat(it.getField()).isEqualTo("phone"));
    }

    @Test
    void isMaskedWhereverItMightBeSeen() {
        var phone = Phone.of("13812340001");
        assertThat(phone.masked()).isEqualTo("138****0001");
        assertThat(phone).hasToString("138****0001");
    }
}

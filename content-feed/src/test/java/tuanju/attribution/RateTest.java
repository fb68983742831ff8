package tuanju.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A rate is said when its interval is narrower than itself")
class RateTest {

    @Test
    void wilsonsInterval() {
        var nineOfTen = new Rate(9, 10);
        assertThat(nineOfTen.lower()).isCloseTo(0.596, within(0.001));
        assertThat(nineOfTen.upper()).isCloseTo(0.982, within(0.001));
        assertThat(new Rate(48, 50).lower()).isCloseTo(0.865, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,true",
        "0,500,true",
        "1,20,true",
        "15,300,true",
        "25,500,false",
        "500,10000,false",
        "60,50,true",
        "29,29,true",
        "15,30,false"
    })
    void itIsTooEarlyWhile(long hits, long of, boolean tooEarly) {
        assertThat(new Rate(hits, of).isTooEarly()).isEqualTo(tooEarly);
    }
}

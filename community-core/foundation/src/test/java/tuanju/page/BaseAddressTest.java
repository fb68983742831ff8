package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W-13 the base address")
class BaseAddressTest {

    private final BaseAddress base = new BaseAddress("https://tuanju.example");

    @Test
    void beginsEveryWholeLink() {
        assertThat(base.of("/t/ABC")).isEqualTo("https://tuanju.example/t/ABC");
        assertThat(new BaseAddress(" HTTPS://Tuanju.Example:8443/ ").of("/")).isEqualTo("https://tuanju.example:8443/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuanju.example",
                "ftp://tuanju.example",
                "https://",
                "https://tuanju.example/shop",
                "https://user@tuanju.example",
                "https://tuanju.example?x",
                "https://tuanju.example#x",
                "https://a b",
                "//tuanju.example",
                "https://tuan_ju:x"
            })
    void isSchemeHostAndPortAndNothingElse(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseAddress(setting))
                .withMessageContaining("TUANJU_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuanju.example", "TUANJU.example", "tuanju.example:443"})
    void isWhatBrowsersSay(String host) {
        assertThat(base.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "tuanju.example:80",
                "tuanju.example.evil.example",
                "tuanju.example:443:80",
                "evil@tuanju.example",
                "tuanju.example/",
                "",
                " ",
                "tuanju.example,evil.example",
                "tuanju.example.",
                "tuanju.example?x",
                "[::1]",
                "tuanju.example\\@evil.example"
            })
    void isNothingElse(String host) {
        assertThat(base.isHost(host)).isFalse();
    }

    @Test
    void knowsItsOwnPages() {
        assertThat(base.isOurs(URI.create("https://tuanju.example/t/ABC?x=1"))).isTrue();
        assertThat(base.isOurs(URI.create("http://tuanju.example/t/ABC"))).isFalse();
        assertThat(base.isOurs(URI.create("https://evil.example/t/ABC"))).isFalse();
        assertThat(base.isOurs(URI.create("/t/ABC"))).isFalse();
        assertThat(base.isOurs(null)).isFalse();
    }

    @Test
    void isThisMachineUntilItIsSet() {
        assertThat(new BaseAddress("").of("/")).isEqualTo("http://localhost/");
    }
}

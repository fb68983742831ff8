package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nobody is sent away to another site. */
class OwnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "/%09/evil.example\n",
                "/a//evil",
                "evil",
                "",
                "/../x",
                "/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)"
            })
    void a60OtherPlacesLeadHome(String wanted) {
        assertThat(OwnPath.orHome(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/t/GH0183KQ7ZXW2M",
                "/orders?tab=done&after=GH01",
                "/checkout/team/GH0183KQ7ZXW2M?quantity=2"
            })
    void ourOwnPathsAreKept(String wanted) {
        assertThat(OwnPath.orHome(wanted)).isEqualTo(wanted);
    }
}

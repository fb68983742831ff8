package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.DigestUtils;

class AssetsTest {

    private final Assets assets = newAssets();

    @Test
    void everyFileIsLinkedUnderANameThatChangesWithItsContent() {
        assertThat(assets.all()).hasSizeGreaterThan(20).allSatisfy(it -> {
            assertThat(assets.address(it.path())).contains("-" + DigestUtils.md5DigestAsHex(it.bytes()) + ".");
            assertThat(assets.find(it.address()))
                    .hasValueSatisfying(found -> assertThat(found.byAddress()).isTrue());
        });
        assertThat(assets.all())
                .extracting(Asset::path)
                .contains("/assets/site.css", "/page/live.js", "/page/icons.svg", "/webjars/htmx.org/dist/htmx.min.js");
    }

    @Test
    void aLinkToAPageStaysAsItIs() {
        for (var page : new String[] {"/", "/t/ABCDEFGHJKMNPQ", "/orders?tab=all", "/page", "/page/live.js?x=1"}) {
            assertThat(assets.address(page)).isEqualTo(page);
        }
    }

    @Test
    void aNameOfBeforeLeadsToTheFileOfToday() {
        var before = "/page/live-00000000000000000000000000000000.js";
        assertThat(assets.find(before)).hasValueSatisfying(found -> {
            assertThat(found.asset().path()).isEqualTo("/page/live.js");
            assertThat(found.byAddress()).isFalse();
        });
    }

    @Test
    void whatIsNoFileOfThePagesIsNotFound() {
        for (var path : new String[] {
            "/page/none.js",
            "/page/none-00000000000000000000000000000000.js",
            "/page/",
            "/page/../page/live.js",
            "/webjars/htmx.org/package.json",
            "/application.yml"
        }) {
            assertThat(assets.find(path)).as(path).isEmpty();
        }
    }

    @Test
    void aFileIsReadWhenItIsFirstLinkedAndOnlyOnce() {
        var reads = new AtomicInteger();
        var asset = new Asset("/page/x.js", () -> new byte[] {(byte) reads.incrementAndGet()});
        assertThat(reads).hasValue(0);
        assertThat(asset.address()).isEqualTo(asset.address());
        assertThat(reads).hasValue(1);
    }

    private static Assets newAssets() {
        try {
            return new Assets(new StyleSheet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

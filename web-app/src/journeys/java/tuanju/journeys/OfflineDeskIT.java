package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk without network")
class OfflineDeskIT extends Journey {

    private static final int BAGS = 30;

    /** Asked by evaluate, which waits for promises: to waitForFunction a promise is a yes. */
    private static final String SHELL_IS_KEPT = """
            async () => {
                for (let look = 0; look < 400; look += 1) {
                    if (navigator.serviceWorker.controller && await caches.match("/lead/desk/shell")) return;
                    await new Promise((again) => setTimeout(again, 50));
                }
                throw new Error("The shell is not on this phone");
            }""";

    /** Every other search for a code takes until somebody lets it go on. */
    private static final String SLOW = """
            (() => {
                const digest = crypto.subtle.digest.bind(crypto.subtle);
                const held = [];
                let asked = 0;
                window.heldSearches = () => held.length;
                window.goOn = () => Promise.all(held.splice(0).map((search) => search()));
                crypto.subtle.digest = (...what) => {
                    asked += 1;
                    if (asked % 2 === 0) return digest(...what);
                    return new Promise((found) => held.push(async () => found(await digest(...what))));
                };
            })()""";

    @Test
    @DisplayName("Thirty bags leave without network at two phones; of those both handed over, one counts and the other is told")
    void thirtyBagsLeaveWithoutNetwork() {
        var codes = neighbours.bagsWaiting(BAGS, "丹东草莓");
        var first = codes.subList(0, 20);
        var second = codes.subList(12, BAGS);
        var away = leader(Screen.PHONE);
        var other = leader(Screen.PHONE);
        ready(away);
        ready(other);

        cut(away, true);
        away.sees("离线 · 都已同步").look("desk-offline");
        handOver(away, first);
        away.sees("离线 · 20 条待同步").look("desk-offline-twenty");
        away.page().reload();
        away.sees("离线 · 20 条待同步");
        find(away, codes.getFirst());
        away.sees("待同步").look("desk-offline-bag").press("撤销");
        away.sees("离线 · 21 条待同步");
        cut(other, true);
        handOver(other, second);
        other.sees("离线 · 18 条待同步");

        cut(away, false);
        away.page().locator("#hand-over").waitFor();
        assertThat(away.path()).startsWith("/lead/desk/bags/");
        assertThat(neighbours.collected(codes)).isEqualTo(first.size() - 1);
        cut(other, false);
        // eighteen hand-overs are told one by one, which takes a busy machine some seconds
        told(other.page()).first().waitFor();
        other.sees("这袋已经提走了").look("desk-told");
        assertThat(told(other.page())).hasCount(8);
        assertThat(told(other.page()).first()).containsText("王姐");
        assertThat(neighbours.collected(codes)).isEqualTo(BAGS - 1);
        for (int left = 7; left >= 0; left--) {
            other.press("知道了");
            assertThat(told(other.page())).hasCount(left);
        }
        other.page().locator("[data-desk]").waitFor();
    }

    @Test
    @DisplayName("On a slow phone a bag that is open stays open and as it is, and the press on it counts")
    void everyPressCountsOnASlowPhone() {
        var codes = neighbours.bagsWaiting(2, "丹东草莓");
        var leader = leader(Screen.PHONE);
        leader.page().addInitScript(SLOW);
        ready(leader);
        cut(leader, true);

        for (var code : codes) {
            leader.page().locator("#find").fill(code);
            leader.page().locator("#find").press("Enter");
            leader.page().locator("[data-view=bag]").waitFor();
            leader.page().locator("[data-all]").evaluate("it => { it.id = 'under-the-finger' }");
            assertThat((int) leader.page().evaluate("heldSearches()")).isEqualTo(1);
            leader.page().evaluate("goOn().then(() => dispatchEvent(new HashChangeEvent('hashchange')))");
            leader.page().locator("#under-the-finger").click();
            leader.page().locator("[data-view=list]").waitFor();
        }

        leader.sees("离线 · 2 条待同步");
    }

    static void ready(Walker leader) {
        leader.open("/lead/desk");
        leader.page().evaluate(SHELL_IS_KEPT);
    }

    static void cut(Walker leader, boolean cut) {
        leader.page().context().setOffline(cut);
        if (cut) {
            leader.page().locator("[data-shell]").waitFor();
            assertThat(leader.page().locator("[data-pill]")).isVisible();
        }
    }

    private static void handOver(Walker leader, List<String> codes) {
        for (var code : codes) {
            find(leader, code);
            leader.press("全部提走");
        }
    }

    private static void find(Walker leader, String code) {
        var field = leader.page().locator("#find");
        field.fill(code);
        assertThat(rows(leader.page())).hasCount(1);
        field.press("Enter");
        assertThat(leader.page().locator("[data-view=bag]")).isVisible();
    }

    private static Locator told(Page page) {
        return page.locator("[data-refused] li");
    }

    private static Locator rows(Page page) {
        return page.locator("[data-bags] li");
    }
}

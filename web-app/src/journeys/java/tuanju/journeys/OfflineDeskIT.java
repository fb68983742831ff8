package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk without network")
class OfflineDeskIT extends Journey {

    private static final int BAGS = 10;

    private static final String SHELL_IS_KEPT = """
            async () => navigator.serviceWorker.controller !== null
                && (await caches.match("/lead/desk/shell")) !== undefined""";

    @Test
    @DisplayName("Ten bags leave without network, a reload keeps them, and the second phone is told")
    void tenBagsLeaveWithoutNetwork() {
        var codes = neighbours.bagsWaiting(BAGS, "丹东草莓");
        var away = leader(Screen.PHONE);
        var other = leader(Screen.PHONE);
        ready(away);
        ready(other);

        cut(away, true);
        away.sees("离线 · 都已同步").look("desk-offline");
        for (var code : codes) {
            find(away, code);
            away.look("desk-offline-bag");
            away.press("全部提走");
        }
        away.sees("离线 · 10 条待同步").look("desk-offline-ten");
        away.page().reload();
        away.sees("离线 · 10 条待同步");
        find(away, codes.getFirst());
        away.sees("待同步").press("撤销");
        away.sees("离线 · 11 条待同步");

        cut(other, true);
        find(other, codes.get(1));
        other.press("全部提走").sees("离线 · 1 条待同步");

        cut(away, false);
        away.page().locator("[data-desk]").waitFor();
        assertThat(neighbours.collected(codes)).isEqualTo(BAGS - 1);
        cut(other, false);
        other.sees("这袋已经提走了").look("desk-told");
        assertThat(neighbours.collected(codes)).isEqualTo(BAGS - 1);
        other.press("知道了");
        other.page().locator("[data-desk]").waitFor();
    }

    private static void ready(Walker leader) {
        leader.open("/lead/desk");
        leader.page().waitForFunction(SHELL_IS_KEPT);
    }

    private static void cut(Walker leader, boolean cut) {
        leader.page().context().setOffline(cut);
        if (cut) {
            leader.page().locator("[data-shell]").waitFor();
            assertThat(leader.page().locator("[data-pill]")).isVisible();
        }
    }

    private static void find(Walker leader, String code) {
        var field = leader.page().locator("#find");
        field.fill(code);
        assertThat(rows(leader.page())).hasCount(1);
        field.press("Enter");
        assertThat(leader.page().locator("[data-view=bag]")).isVisible();
    }

    private static Locator rows(Page page) {
        return page.locator("[data-bags] li");
    }
}

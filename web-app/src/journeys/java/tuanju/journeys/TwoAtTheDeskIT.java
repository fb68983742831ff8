package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two at one desk")
class TwoAtTheDeskIT extends Journey {

    @Test
    @DisplayName("What one hands over is on the other's list at once, but not under their finger and not over what they folded")
    void whatOneHandsOverIsOnTheOthersList() {
        var codes = neighbours.bagsWaiting(2, "丹东草莓");
        var one = leader(Screen.PHONE).open("/lead/desk");
        var other = leader(Screen.DESK).open("/lead/desk");
        var pressed = bags(other.page()).last();
        pressed.evaluate("it => { it.id = 'under-the-finger' }");
        pressed.hover();
        other.page().mouse().down();

        hears(other.page(), () -> handOver(one, codes.getFirst()));
        assertThat(other.page().locator("#under-the-finger")).isVisible();
        other.page().mouse().up();
        other.sees("全部提走");

        other.open("/lead/desk");
        var building = other.page().locator("details.desk-building[open]").last();
        var name = building.locator(".building-number").innerText();
        building.locator("summary").click();
        hears(other.page(), () -> handOver(one, codes.getLast()));
        assertThat(other.page().locator(".bag-done")).not().hasCount(0);
        var folded = other.page()
                .locator("details.desk-building")
                .filter(new Locator.FilterOptions().setHas(other.page()
                        .locator(".building-number")
                        .getByText(name, new Locator.GetByTextOptions().setExact(true))));
        assertThat(folded).not().hasAttribute("open", "");
    }

    /** Waits until this page has been told of a change and has asked for the list anew. */
    private static void hears(Page page, Runnable change) {
        page.waitForResponse(answer -> answer.url().endsWith("/lead/desk/bags"), change).finished();
    }

    private static void handOver(Walker leader, String code) {
        leader.fill("提货码", code).press("找袋子").press("全部提走").sees("已提走");
    }

    private static Locator bags(Page page) {
        return page.locator(".desk-bags .desk-building:not(.desk-others) li:not(.bag-done) a.row:not(.building-all)");
    }
}

package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.community.Code;

@DisplayName("The shop window")
class ShopWindowIT extends Journey {

    private static final String CYCLE = "桂花里早市 第12期";
    private static final int SMALLEST = 320;

    /** Siblings that stand over each other by more than a hair, unless one is laid over the page on purpose. */
    private static final String OVERLAPS = """
            () => {
                const laid = new Set(["fixed", "absolute", "sticky"]);
                const shown = (it) => {
                    const style = getComputedStyle(it);
                    const box = it.getBoundingClientRect();
                    return box.width > 1 && box.height > 1 && style.visibility === "visible" && !laid.has(style.position) &&
                        style.display !== "contents" && style.display !== "inline" && !it.closest("svg, .visually-hidden, .faces-tight");
                };
                const found = [];
                for (const parent of document.querySelectorAll("main, main *")) {
                    const boxes = [...parent.children].filter(shown);
                    for (let i = 0; i < boxes.length; i++) {
                        for (let j = i + 1; j < boxes.length; j++) {
                            const [a, b] = [boxes[i], boxes[j]].map((it) => it.getBoundingClientRect());
                            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                            const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                            if (wide > 2 && tall > 2) found.push(`${boxes[i].className || boxes[i].tagName} over ` +
                                `${boxes[j].className || boxes[j].tagName} by ${Math.round(wide)} x ${Math.round(tall)}`);
                        }
                    }
                }
                return found;
            }""";

    @Test
    @DisplayName("from a link to paid in a cycle takes at most five taps")
    void fromALinkToPaid() {
        var shopper = walker(Screen.PHONE).signInByPassword("13800000102");
        var link = neighbours.cyclePath(CYCLE);
        int before = shopper.taps();
        shopper.open(link).press("多一份手工吐司");
        if (shopper.page().getByLabel("楼号").inputValue().isEmpty()) {
            shopper.fill("楼号", "5").fill("房号", "602");
        }
        shopper.press("下单付款").sees("演示支付").press("付款").sees("定好了，等您来取", "提货码");
        int taps = shopper.taps() - before;
        System.out.println("shop window: link to paid in " + taps + " taps");
        assertThat(taps).isLessThanOrEqualTo(5);
        var order = new Code(shopper.path().substring("/orders/".length()));
        assertThat(neighbours.money(order)).endsWith("taken, 0 given back");

        shopper.open(link)
                .follow("改一改，或者退出")
                .sees("改这一单", "没有变")
                .press("多一份手工吐司")
                .sees("另付");
        shopper.look("cycle-change").press("保存").sees("改好了");
    }

    @Test
    @DisplayName("at 320 px nothing stands over its neighbour")
    void nothingOverlapsOnTheSmallestPhone() {
        var team = neighbours.teamOpenedBy("李小花", "丹东草莓");
        var shopper = walker(Screen.PHONE).signInByPassword("13800000101");
        shopper.page().setViewportSize(SMALLEST, 640);
        shopper.open(neighbours.cyclePath(CYCLE)).press("多一份手工吐司");
        if (shopper.page().getByLabel("楼号").inputValue().isEmpty()) {
            shopper.fill("楼号", "5").fill("房号", "602");
        }
        shopper.press("下单付款").press("付款").sees("提货码");
        var order = URI.create(shopper.page().url()).getPath();
        var pages = List.of(
                "/",
                neighbours.cyclePath(CYCLE),
                "/t/" + team,
                "/o/" + neighbours.offer("丹东草莓").code(),
                order);
        for (var path : pages) {
            shopper.open(path);
            assertThat((List<?>) shopper.page().evaluate(OVERLAPS)).as(path).isEmpty();
            assertThat((int) shopper.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", path)
                    .isLessThanOrEqualTo(SMALLEST);
        }
    }
}

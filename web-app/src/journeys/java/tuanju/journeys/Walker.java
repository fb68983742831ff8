package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One person in front of one browser, who finds things by the words on them. Everything waits until it is there; a
 * complaint of the browser (script error, refused script or style, an answer of 400 or more) fails the journey.
 */
public final class Walker {

    private static final Path ALBUM = Path.of("target/journeys");
    private static final Pattern SIX_DIGITS = Pattern.compile(".*?\\b(\\d{6})\\b.*", Pattern.DOTALL);
    private static final int MOST_TABS = 40;
    private static final String FOCUSED = """
            (() => {
                const it = document.activeElement;
                return it.labels?.[0]?.innerText || it.getAttribute("aria-label") || it.innerText || "";
            })()""";
    private static final String SIDES_CUT = """
            (() => {
                const it = document.activeElement;
                const ring = it.getBoundingClientRect();
                const style = getComputedStyle(it);
                const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
                for (let box = it.parentElement; box && box !== document.body; box = box.parentElement) {
                    if (getComputedStyle(box).overflow === "visible") continue;
                    const edge = box.getBoundingClientRect();
                    const over = [edge.x - ring.x, edge.y - ring.y, ring.right - edge.right, ring.bottom - edge.bottom];
                    return over.filter((by) => by + reach > 1).length;
                }
                return 0;
            })()""";
    private static final String DEMO_PASSWORD = "tuanju-demo";

    private final BrowserContext context;
    private final Screen screen;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private int taps;

    Walker(BrowserContext context, Screen screen) {
        this.context = context;
        this.screen = screen;
        this.page = context.newPage();
        page.onPageError(problems::add);
        page.onResponse(this::note);
        page.onConsoleMessage(message -> {
            // a refused answer is noted with its address by onResponse
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                problems.add(message.text());
            }
        });
    }

    /** For whatever has no word of its own here. */
    public Page page() {
        return page;
    }

    /** From now on an answer with this status is part of the journey. */
    public Walker expecting(int status) {
        expected.add(status);
        return this;
    }

    /** How often they have tapped by now: a link from elsewhere, a button, a link on a page. */
    public int taps() {
        return taps;
    }

    public Walker open(String path) {
        taps++;
        page.navigate(path);
        return this;
    }

    /** The path of the page being looked at, without its query. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    public Walker press(String button) {
        taps++;
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
        return this;
    }

    /** Opens what is folded away under this word. */
    public Walker unfold(String summary) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    public Walker follow(String link) {
        taps++;
        page.getByRole(AriaRole.LINK, named(link)).first().click();
        return this;
    }

    public Walker fill(String label, String value) {
        page.getByLabel(label).first().fill(value);
        return this;
    }

    public Walker choose(String label) {
        page.getByLabel(label).first().check();
        return this;
    }

    public Walker sees(String... texts) {
        for (var text : texts) {
            assertThat(page.getByText(text).filter(visible()).first()).isVisible();
        }
        return this;
    }

    public Walker doesNotSee(String text) {
        assertThat(page.getByText(text).filter(visible())).hasCount(0);
        return this;
    }

    /** Signs in as somebody of the demo community, and comes to their first page. */
    public Walker signInByPassword(String phone) {
        open("/sign-in?with=password")
                .fill("手机号", phone)
                .fill("密码", DEMO_PASSWORD)
                .press("登录");
        page.waitForURL(it -> !it.contains("/sign-in"));
        return this;
    }

    /** On the sign-in page, for the first time: asks for a code, types the one that the demo shows, and says a name. */
    public Walker proveByCode(String phone, String name) {
        fill("手机号", phone).press("发验证码给我");
        fill("六位验证码", codeOnThePage()).fill("第一次来？怎么称呼您", name).press("继续");
        page.waitForURL(it -> !it.contains("/sign-"));
        return this;
    }

    /** The code that the demo shows on the page instead of sending it. */
    public String codeOnThePage() {
        var code = SIX_DIGITS.matcher(page.locator(".door-outbox").innerText());
        if (!code.matches()) {
            throw new AssertionError("No code on the page");
        }
        return code.group(1);
    }

    /** Goes on with the tab key until what carries these words has the focus; on the way it is seen where one is. */
    public Walker tabTo(String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            var focused = (String) page.evaluate(FOCUSED);
            assertThat((int) page.evaluate(SIDES_CUT))
                    .as("sides on which the ring around %s is cut off", focused)
                    .isLessThan(2);
            if (focused.contains(words)) {
                return this;
            }
        }
        throw new AssertionError("The tab key does not reach " + words + " on " + page.url());
    }

    public Walker type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Hits the enter key, which leads to a page under this path. */
    public Walker enter(String path) {
        page.keyboard().press("Enter");
        page.waitForURL(it -> URI.create(it).getPath().startsWith(path));
        return this;
    }

    /** Keeps a picture of the whole page in target/journeys, and checks that nothing hangs over the side. */
    public Walker look(String name) {
        photograph(name);
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).as("width of %s", page.url()).isLessThanOrEqualTo(screen.width);
        return this;
    }

    void photograph(String name) {
        var file = "%s-%s.png".formatted(name, screen.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(ALBUM.resolve(file)));
    }

    List<String> problems() {
        return problems;
    }

    void leave() {
        context.close();
    }

    private void note(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            problems.add(response.status() + " " + response.url());
        }
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions visible() {
        return new Locator.FilterOptions().setVisible(true);
    }
}

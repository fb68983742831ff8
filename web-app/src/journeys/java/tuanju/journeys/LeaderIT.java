package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@DisplayName("A leader's day")
class LeaderIT extends Journey {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    @DisplayName("From the sample file to a bag handed over, and back once")
    void fromAnExportToABagHandedOver() {
        var leader = leader(Screen.PHONE).open("/lead").look("lead-today").follow("导入订单");
        var sample = leader.page().waitForDownload(() -> leader.follow("下载示例文件"));
        assertThat(sample.suggestedFilename()).isEqualTo("快团团订单示例.xlsx");
        read(leader, sample.path()).sees("12 行 · 9 单 · 14 件 · ¥562.90", "要看一眼").look("lead-preview");
        var homeless = leader.page().locator(".cycle-bag", with("沈青"));
        homeless.getByLabel("房号").fill("501");
        leader.press("导入 9 单").sees("已导入 9 单。", "¥562.90").look("lead-imported");
        var cycle = leader.path();

        for (var arrangement : new String[] {"by-room", "by-product", "by-building"}) {
            leader.open(cycle + "/lists/" + arrangement).sees("与订单一致：9 户 · 12 行 · 14 件 · ¥562.90");
            leader.look("lead-list-" + arrangement);
            assertPaper(leader, cycle + "/lists/" + arrangement + ".pdf", "%PDF-");
            assertPaper(leader, cycle + "/lists/" + arrangement + ".xlsx", "PK");
        }
        assertPaper(leader, cycle + "/labels/by-household.pdf", "%PDF-");

        leader.open(cycle).press("已向供货商下单").follow("货到了，去收货").look("lead-receiving");
        leader.press("按上面的数记下").sees("货齐了").press("货到了，告诉大家").sees("货到了，");
        leader.open(cycle + "/desk").sees("还剩 9 户", "501").look("lead-desk");
        bag(leader, "1701").click();
        leader.sees("陈**", "139****1001").look("lead-bag");
        var code = leader.page().locator(".bag-code").innerText();
        leader.press("全部提走").sees("3-1701 已提走", "还剩 8 户").look("lead-handed");
        leader.press("撤销").sees("已撤销").follow("先不提").sees("还剩 9 户");

        leader.fill("提货码", "ZZZZZZ").press("找袋子").sees("这里没有这个提货码");
        leader.fill("提货码", code).press("找袋子").sees("陈**").press("全部提走").sees("还剩 8 户");

        var again = leader(Screen.DESK).open("/lead/imports");
        read(again, sample.path()).sees("都已经导入，不会重复").look("lead-again");
        assertThat(again.path()).isEqualTo(cycle + "/import");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "TUANJU_SAMPLES", matches = ".+")
    @DisplayName("The real export: 119 lines, 77 orders, ¥9287.00, on every list")
    void theRealExportAddsUpOnEveryList() {
        var leader = leader(Screen.DESK).open("/lead/imports");
        read(leader, Path.of(System.getenv("TUANJU_SAMPLES"), "kuaituantuan-orders.xlsx"));
        leader.sees("119 行 · 77 单 · 119 件 · ¥9287.00").look("lead-real-preview");
        leader.press("导入 77 单").sees("已导入 77 单。");
        var cycle = leader.path();
        for (var arrangement : new String[] {"by-room", "by-product", "by-building"}) {
            leader.open(cycle + "/lists/" + arrangement).sees("与订单一致：74 户 · 119 行 · 119 件 · ¥9287.00");
            assertPaper(leader, cycle + "/lists/" + arrangement + ".pdf", "%PDF-");
        }
        leader.look("lead-real-list");
    }

    @Test
    void aFileThatIsNoExportIsRefusedInWords() {
        var leader = leader(Screen.PHONE).open("/lead/imports");
        var csv = new FilePayload("orders.xlsx", XLSX, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        leader.page().locator("input[type=file]").setInputFiles(csv);
        leader.press("读一读").sees("这不是 xlsx 表格", "选择导出的表格").look("lead-refused-file");
        leader.page().locator("input[type=file]").setInputFiles(new FilePayload("empty.xlsx", XLSX, new byte[0]));
        leader.press("读一读").sees("文件是空的");
    }

    @Test
    void aNewCycleThatIsRefusedKeepsWhatWasTyped() {
        var leader = leader(Screen.PHONE).open("/lead/cycles/new").fill("标题", "周五烘焙").choose("手工吐司");
        var toast = leader.page().locator(".cycle-product", with("手工吐司"));
        toast.getByLabel("单价").fill("二十");
        leader.expecting(400).press("开始接龙").sees("二十 不是价格", "其他都帮你留着").look("lead-new-refused");
        assertThat(leader.page().getByLabel("标题")).hasValue("周五烘焙");
        assertThat(toast.getByLabel("单价")).isFocused();
        toast.getByLabel("单价").fill("21.50");
        leader.press("开始接龙").sees("周五烘焙", "接龙中", "手工吐司").look("lead-new-open");
    }

    private static Walker read(Walker leader, Path file) {
        leader.page().locator("input[type=file]").first().setInputFiles(file);
        return leader.press("读一读");
    }

    private static Locator bag(Walker leader, String room) {
        return leader.page().locator(".desk-building li a", with(room));
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void assertPaper(Walker leader, String path, String begins) {
        var answer = leader.page().request().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).startsWith(begins);
    }
}

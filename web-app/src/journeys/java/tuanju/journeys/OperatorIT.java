package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("An operator's day")
class OperatorIT extends Journey {

    @Autowired
    private JdbcClient jdbc;

    private record Today(int orders, long fen) {}

    @Test
    void todaysSalesAreTheOrdersOfToday() {
        neighbours.teamOpenedBy("李小花", "丹东草莓");
        var today = paidToday();
        await().until(() -> counted().equals(today));

        var operator = operator(Screen.DESK).open("/operate?range=today").sees("生意总览").look("operate-today");
        assertThat(tile(operator, "成交额")).hasText("¥%,.2f".formatted(today.fen() / 100.0));
        assertThat(tile(operator, "付款订单")).hasText(String.valueOf(today.orders()));
        operator(Screen.PHONE).open("/operate?range=today").sees("生意总览").look("operate-today");
    }

    @Test
    void aNumberOfACycleOpensTheOrdersBehindIt() {
        var operator = operator(Screen.DESK).open("/operate/cycles").sees("桂花里早市").look("operate-cycles");
        operator.page().locator(".table-long td.number a").first().click();
        operator.sees("只看一个团或一期接龙").look("operate-orders-of-a-cycle").follow("看全部").follow("下单时间");
        assertThat(operator.page().locator("th[aria-sort=ascending]")).containsText("下单时间");
        operator(Screen.PHONE).open("/operate/orders").look("operate-orders");
    }

    @Test
    void aNewPriceIsWhatLeadersSeeAndTheTrailKeeps() {
        var operator = operator(Screen.DESK).open("/operate/products?q=石磨豆浆").follow("石磨豆浆");
        var variant = operator.page().locator(".sku-form").first();
        variant.getByLabel("单买价").fill("0");
        variant.getByText("保存").click();
        operator.sees("请用元写价格").look("operate-price-refused");
        variant.getByLabel("单买价").fill("12.50");
        variant.getByText("保存").click();
        operator.sees("已保存").look("operate-product");
        assertThat(variant.getByLabel("单买价")).hasValue("12.50");
        operator.open("/operate/audit").sees("修改规格", "石磨豆浆 · ", "¥12.00 → ¥12.50").look("operate-audit");
        leader(Screen.PHONE).open("/lead/cycles/new").sees("¥12.50");
    }

    @Test
    void aProductWithAPictureThatIsNoneIsRefusedAndKept() {
        var operator = operator(Screen.DESK).open("/operate/products").follow("新商品").fill("名称", "山核桃");
        var text = new FilePayload("nuts.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
        operator.page().locator("input[type=file]").setInputFiles(text);
        operator.expecting(400).expecting(415).expecting(422).press("保存").look("operate-picture-refused");
        assertThat(operator.page().getByLabel("名称")).hasValue("山核桃");
        assertThat(operator.page().locator(".error, .flash-error").first()).isVisible();
    }

    @Test
    void offersAreFoundByWords() {
        var operator = operator(Screen.DESK).open("/operate/offers");
        operator.page().locator("main input[type=search]").fill("草莓");
        operator.press("查找").sees("丹东草莓", "共 1 个活动").doesNotSee("阳光玫瑰葡萄");
    }

    @Test
    void whoAsksToLeadIsApprovedAndLeads() {
        var phone = neighbours.anyPhone();
        var wishes = walker(Screen.PHONE).open("/sign-in").proveByCode(phone, "钱师傅");
        wishes.open("/lead/apply").choose("桂花里").fill("为什么是您", "住了二十年，门卫室可以放货");
        wishes.press("提交申请").sees("正在等运营审核").look("apply-waiting");

        var operator = operator(Screen.DESK).open("/operate/leaders").sees("钱师傅", "门卫室可以放货").look("operate-leaders");
        operator.page().locator("article", with("钱师傅")).getByText("同意").first().click();
        operator.press("确定").sees("新团长上任");

        wishes.open("/lead").sees("今天").look("lead-first-day");
    }

    private Today paidToday() {
        return jdbc.sql("""
                        select count(*) as orders, coalesce(sum(amount_fen), 0) as fen from orders
                        where kind <> 'IMPORT' and (paid_at at time zone 'Asia/Shanghai')::date
                            = (now() at time zone 'Asia/Shanghai')::date
                        """).query(Today.class).single();
    }

    private Today counted() {
        return jdbc.sql("""
                        select count(*) as orders, coalesce(sum(amount_fen), 0) as fen from sale_fact
                        where business_day = (now() at time zone 'Asia/Shanghai')::date
                        """).query(Today.class).single();
    }

    private static Locator tile(Walker operator, String name) {
        return operator.page().locator(".tile", with(name)).first().locator(".tile-value");
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

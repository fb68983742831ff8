package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Paying inside the browser of a chat")
class InTheChatIT extends Journey {

    /** What a chat puts into the pages it shows; here it only remembers what it was asked, and answers when it is told to. */
    private static final String BRIDGE = """
            window.asked = [];
            window.WeixinJSBridge = {
                invoke: (what, parameters, done) => window.asked.push({what, parameters, done}),
            };
            window.answer = (word) => window.asked.at(-1).done({err_msg: `get_brand_wcpay_request:${word}`});""";

    @Test
    @DisplayName("begins in the chat with the provider's parameters; given up it changes nothing, done it shows the code to fetch with")
    void paysInTheChat() {
        var shopper = walker(Screen.PHONE).signInByPassword("13800000103");
        shopper.page().addInitScript(BRIDGE);
        order(shopper);

        shopper.follow("继续付款");
        assertThat(shopper.page().evaluate("asked.length")).isEqualTo(1);
        assertThat(shopper.page().evaluate("asked[0].what")).isEqualTo("getBrandWCPayRequest");
        assertThat((String) shopper.page().evaluate("Object.keys(asked[0].parameters).sort().join()"))
                .isNotBlank()
                .doesNotContain("=");
        var page = shopper.page().url();
        shopper.page().evaluate("answer('cancel')");
        shopper.sees("继续付款");
        assertThat(shopper.page().url()).isEqualTo(page);

        shopper.follow("继续付款");
        payElsewhere(shopper);
        shopper.page().evaluate("asked.length && answer('ok')");
        shopper.sees("提货码");
    }

    @Test
    @DisplayName("leads to the provider's own page where the chat cannot pay")
    void goesOnWhereTheChatCannotPay() {
        var shopper = walker(Screen.PHONE).signInByPassword("13800000104");
        shopper.page().addInitScript(BRIDGE);
        order(shopper);
        shopper.follow("继续付款");
        shopper.page().evaluate("answer('fail')");
        assertThat(shopper.page()).hasURL(Pattern.compile(".*/sandbox/pay/.*"));
        shopper.sees("演示支付");
    }

    /** Orders bread in the open cycle and looks at the order, unpaid. */
    private void order(Walker shopper) {
        shopper.open(neighbours.cyclePath("桂花里早市 第12期")).press("多一份手工吐司");
        if (shopper.page().getByLabel("楼号").inputValue().isEmpty()) {
            shopper.fill("楼号", "5").fill("房号", "602");
        }
        shopper.press("下单付款").sees("演示支付").follow("返回订单");
        shopper.sees("继续付款");
    }

    /** What the chat does when it pays: the provider has the money before the chat answers. */
    private static void payElsewhere(Walker shopper) {
        var link = shopper.page().locator("a[data-in-chat]").getAttribute("href");
        var chat = shopper.page().context().newPage();
        chat.navigate(link);
        chat.locator("button[value=PAID]").click();
        assertThat(chat.getByText("提货码").first()).isVisible();
        chat.close();
    }
}

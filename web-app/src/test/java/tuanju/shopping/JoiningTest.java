package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tuanju.community.Code;

/** Joining without script: open the link, join, sign in by code, pay at the sandbox. */
@ShopTest
class JoiningTest {

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    Street.Home home;
    Code team;

    @BeforeEach
    void aTeamWaitsForOneMore() {
        home = street.found(2);
        team = street.team(home, street.neighbour("李小花"));
    }

    @Test
    void fromTheLinkToThePickupCode() {
        var visitor = new Visitor(port);
        visitor.get("/t/" + team);
        visitor.get("/checkout/teams/" + team + "?quantity=2");
        assertThat(visitor.location()).startsWith("/sign-in?next=");
        visitor.follow().signIn(street, street.neighbour("王阿姨")).follow();
        assertThat(visitor.page()).contains("¥79.80", "value=\"2\"", "付款晚了");

        visitor.submit("/t/" + team + "/seats", Map.of("quantity", "2", "point", point(), "note", "挑熟的 <b>"));
        assertThat(visitor.location()).startsWith("/sandbox/pay/");
        pay(visitor, "PAID");

        await().untilAsserted(() -> {
            visitor.get(visitor.orderPath());
            assertThat(visitor.page()).contains("拼成了，等您来取");
        });
        assertThat(visitor.page())
                .contains("紫龙路500弄3号门岗亭", "挑熟的 &lt;b&gt;", "¥<", "pickup-code.svg", "pickup.ics")
                .doesNotContain("<b>\"");
        visitor.get("/t/" + team);
        assertThat(visitor.page()).contains("拼成了！", "提货码");
    }

    @Test
    void whoCameByANeighboursLinkIsToldSoAndMayRemoveItUntilTheyPay() {
        var sharer = new Visitor(port).signIn(street, street.neighbour("孙伯伯"));
        sharer.get("/t/" + team);
        sharer.submit("/me/links", Map.of());
        sharer.follow();
        var link = Pattern.compile("/t/" + team + "\\?from=[0-9A-Z]{14}").matcher(sharer.page());
        assertThat(link.find()).isTrue();
        assertThat(sharer.page()).contains("/qr.svg?from=");

        var visitor = new Visitor(port);
        visitor.get(link.group());
        visitor.get("/checkout/teams/" + team);
        visitor.follow().signIn(street, street.neighbour("王阿姨")).follow();
        visitor.submit("/t/" + team + "/seats", Map.of("point", point()));
        visitor.get("/orders");
        var order = Pattern.compile("/orders/[0-9A-Z]{14}").matcher(visitor.page());
        assertThat(order.find()).isTrue();
        visitor.get(order.group());
        assertThat(visitor.page()).contains("来自 孙＊").contains("分享的链接").doesNotContain("孙伯伯");
        visitor.submit(order.group() + "/attribution/removal", Map.of());
        visitor.follow();
        assertThat(visitor.page()).contains("已去掉").doesNotContain("分享的链接");
        sharer.get("/me/links");
        assertThat(sharer.page()).contains("0 笔订单");
    }

    @Test
    @DisplayName("R-06 the last seat is paid by two: one is seated, the other gets the money back and is told so")
    void theLastSeatIsPaidByTwo() {
        var slow = atThePayPage("孙伯伯", Map.of("whenFull", "REFUND"));
        street.letHoldsRunOut(home, team);
        await().until(() -> street.seatsTaken(home, team) == 1);
        var quick = atThePayPage("王阿姨", Map.of());
        pay(quick, "PAID");
        pay(slow, "PAID");

        await().untilAsserted(() -> assertThat(quick.orderPage()).contains("拼成了，等您来取"));
        await().untilAsserted(() ->
                assertThat(slow.orderPage()).contains("退款").contains("¥39.90 ").containsAnyOf("正在退回", "已退回"));
        assertThat(slow.page()).doesNotContain("提货码</h2>");
    }

    @Test
    @DisplayName("R-06 who chose a new team has one, at the same price")
    void whoChoseANewTeamHasOne() {
        var slow = atThePayPage("孙伯伯", Map.of("whenFull", "OPEN_NEW"));
        street.letHoldsRunOut(home, team);
        await().until(() -> street.seatsTaken(home, team) == 1);
        pay(atThePayPage("王阿姨", Map.of()), "PAID");
        pay(slow, "PAID");

        await().untilAsserted(() -> assertThat(slow.orderPage()).contains("付好了，等人凑满"));
        assertThat(slow.page()).doesNotContain("/t/" + team + "\"").contains("/t/");
    }

    @Test
    @DisplayName("R-16 a double click, the back button and two tabs make one order")
    void twoTabsMakeOneOrder() {
        var visitor = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
        visitor.get("/checkout/teams/" + team);
        var fields = visitor.fields("/t/" + team + "/seats", Map.of("point", point()));
        visitor.get("/checkout/teams/" + team);
        // the token against forgery is written anew on every page, the command key is not
        assertThat(visitor.fields("/t/" + team + "/seats", Map.of("point", point()))
                        .get("commandKey"))
                .isEqualTo(fields.get("commandKey"));

        var both = java.util.stream.Stream.of(1, 2)
                .map(it -> CompletableFuture.supplyAsync(() -> visitor.again("/t/" + team + "/seats", fields)))
                .toList();
        var places = both.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(places).hasSize(1).first().asString().startsWith("/sandbox/pay/");
        visitor.get("/orders");
        assertThat(visitor.page().split("class=\"order-card\"")).hasSize(2);
    }

    @Test
    void anotherPriceIsShownAndNotCharged() {
        var visitor = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
        visitor.get("/checkout/offers/" + home.offer());
        street.reprice(home, 45_00, 2);
        visitor.submit("/o/" + home.offer() + "/teams", Map.of("point", point()));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page()).contains("价格变了：现在每件 ¥45.00", "还没有下单", "value=\"4500\"");
        visitor.submit("/o/" + home.offer() + "/teams", Map.of("point", point()));
        assertThat(visitor.location()).startsWith("/sandbox/pay/");
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsField() {
        var visitor = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
        for (var quantity : new String[] {"0", "-1", "1.5", "1000000000", "１", "two"}) {
            visitor.get("/checkout/teams/" + team);
            visitor.submit("/t/" + team + "/seats", Map.of("point", point(), "quantity", quantity));
            assertThat(visitor.status()).as(quantity).isEqualTo(400);
            assertThat(visitor.page()).as(quantity).contains("id=\"quantity-error\"");
        }
        visitor.submit("/t/" + team + "/seats", Map.of("point", point(), "quantity", "9"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page()).contains("每人最多买 3");
        visitor.get("/orders");
        assertThat(visitor.page()).contains("还没有订单");
    }

    @Test
    void whoComesTooLateSeesTheTeamAsItIsNow() {
        var visitor = new Visitor(port).signIn(street, street.neighbour("孙伯伯"));
        visitor.get("/checkout/teams/" + team);
        var quick = street.neighbour("王阿姨");
        street.receive(home, quick, street.seat(home, team, quick));
        visitor.submit("/t/" + team + "/seats", Map.of("point", point()));
        visitor.follow();
        assertThat(visitor.page()).contains("刚刚被人抢先了一步", "这个团拼成了", "我来开一团");
    }

    @Test
    void whoIsInTheTeamAlreadyIsToldThatNothingMoreWasCharged() {
        var twice = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
        twice.get("/checkout/teams/" + team);
        var fields = new java.util.HashMap<>(twice.fields("/t/" + team + "/seats", Map.of("point", point())));
        twice.post("/t/" + team + "/seats", fields);
        fields.put("commandKey", java.util.UUID.randomUUID().toString());
        twice.post("/t/" + team + "/seats", fields);
        twice.follow();

        assertThat(twice.page()).contains("您已经在这个团里了：没有再下单，也没有再扣钱。");
    }

    @Test
    void buyingAloneWaitsForNobody() {
        var visitor = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
        visitor.get("/checkout/offers/" + home.offer() + "/alone");
        assertThat(visitor.page()).contains("¥52.00").doesNotContain("whenFull");
        visitor.submit("/o/" + home.offer() + "/orders", Map.of("point", point()));
        pay(visitor, "PAID");
        await().untilAsserted(() -> assertThat(visitor.orderPage()).contains("定好了，等您来取"));
    }

    private Visitor atThePayPage(String name, Map<String, String> choice) {
        var visitor = new Visitor(port).signIn(street, street.neighbour(name));
        visitor.get("/checkout/teams/" + team);
        var fields = new java.util.HashMap<>(choice);
        fields.put("point", point());
        visitor.submit("/t/" + team + "/seats", fields);
        assertThat(visitor.location()).startsWith("/sandbox/pay/");
        return visitor;
    }

    private static void pay(Visitor visitor, String outcome) {
        var payPath = visitor.location();
        visitor.get(payPath);
        visitor.submit(payPath, Map.of("outcome", outcome));
        visitor.rememberOrder();
        visitor.follow();
    }

    private String point() {
        return home.point().toString();
    }
}

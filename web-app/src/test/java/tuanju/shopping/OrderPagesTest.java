package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tuanju.community.Code;

@ShopTest
class OrderPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    Street.Home home;
    Street.Neighbour buyer;
    Visitor visitor;
    Code team;
    Code order;

    @BeforeEach
    void aSeatIsHeld() {
        home = street.found(3);
        team = street.team(home, street.neighbour("李小花"));
        buyer = street.neighbour("王阿姨");
        order = street.seat(home, team, buyer);
        visitor = new Visitor(port).signIn(street, buyer);
    }

    @Test
    @DisplayName("A-01 another person's order looks like none, for everything one could do with it")
    void anotherPersonsOrderLooksLikeNone() {
        var other = new Visitor(port).signIn(street, street.neighbour("孙伯伯"));
        for (var path : new String[] {"", "/standing", "/pickup-code.svg", "/pickup.ics"}) {
            assertThat(other.get("/orders/" + order + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        other.get("/me");
        var own = street.seat(home, street.team(home, street.neighbour("周老师")), street.neighbour("吴妈妈"));
        assertThat(own).isNotNull();
        other.get("/checkout/teams/" + team);
        var token =
                Map.of("_csrf", other.fields("/t/" + team + "/seats", Map.of()).get("_csrf"));
        for (var act : new String[] {"/payments", "/cancellation"}) {
            assertThat(other.post("/orders/" + order + act, token).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/orders/" + order).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnpaidOrderCanBePaidOrCancelled() {
        visitor.get("/orders/" + order);
        assertThat(visitor.page()).contains("等您付款", "付款 ¥39.90", "/orders/" + order + "/cancellation");
        visitor.submit("/orders/" + order + "/cancellation", Map.of());
        visitor.follow();
        assertThat(visitor.page()).contains("订单取消了，没有扣钱", "您取消了订单".substring(1));
        assertThat(street.seatsTaken(home, team)).isEqualTo(1);
        visitor.get("/orders?tab=done");
        assertThat(visitor.page()).contains("/orders/" + order);
        visitor.get("/orders?tab=to-pay");
        assertThat(visitor.page()).contains("没有要付的");
    }

    @Test
    void leavingBeforeTheTeamFormsGivesTheMoneyBack() {
        street.receive(home, buyer, order);
        visitor.get("/orders/" + order);
        assertThat(visitor.page()).contains("付好了，等人凑满", "/t/" + team + "#share");
        visitor.submit("/t/" + team + "/departures", Map.of());
        visitor.follow();
        assertThat(visitor.page()).contains("退给您", "已退出。钱会全额原路退回");
        await().untilAsserted(() -> {
            visitor.get("/orders/" + order);
            assertThat(visitor.page()).contains("¥39.90 正在退回");
        });
    }

    @Test
    void aFormedTeamGivesCodePlaceTimeAndACalendarEntry() {
        street.receive(home, buyer, order);
        var third = street.neighbour("孙伯伯");
        street.receive(home, third, street.seat(home, team, third));
        visitor.get("/orders/" + order);
        assertThat(visitor.page())
                .contains("拼成了，等您来取", "紫龙路500弄3号门岗亭")
                // W-57: who hands it over, and the hours of the place only where no window of its own is agreed
                .containsPattern("由 \\S+ 发货")
                .containsPattern("class=\"pickup-code\">[0-9A-HJKMNP-TV-Z]{6}<");
        var entry = visitor.get("/orders/" + order + "/pickup.ics");
        var text = new String(entry.body(), StandardCharsets.UTF_8);
        assertThat(entry.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART:", "LOCATION:3号门", "TRIGGER:-PT1H");
        assertThat(text.lines().mapToInt(it -> it.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(it -> it <= 75);
        assertThat(visitor.get("/orders/" + order + "/pickup-code.svg")
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void ordersOfOtherCommunitiesAreInTheSameList() {
        var elsewhere = street.found(2);
        var second = street.seat(elsewhere, street.team(elsewhere, street.neighbour("周老师")), buyer);
        visitor.get("/orders");
        assertThat(visitor.page()).contains("/orders/" + order, "/orders/" + second);
    }

    @Test
    void strangersAreSentToSignInAndBack() {
        var stranger = new Visitor(port);
        stranger.get("/orders/" + order);
        assertThat(stranger.status()).isEqualTo(303);
        assertThat(stranger.location()).isEqualTo("/sign-in?next=%2Forders%2F" + order);
    }
}

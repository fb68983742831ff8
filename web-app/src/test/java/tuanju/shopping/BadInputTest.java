package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tuanju.community.Code;

/** What a browser could send but no page of ours asks for: said clearly, and nothing is stored. */
@ShopTest
class BadInputTest {

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    Street.Home home;
    Code team;
    Visitor visitor;

    @BeforeEach
    void somebodyIsAtCheckout() {
        home = street.found(2);
        team = street.team(home, street.neighbour("李小花"));
        visitor = new Visitor(port).signIn(street, street.neighbour("王阿姨"));
    }

    @Test
    void noPriceIsTakenFromTheBrowser() {
        for (var price : new String[] {"1", "-3990", "0", "39.90", "free"}) {
            assertThat(join(Map.of("shownFen", price))).as(price).isBetween(400, 409);
            assertThat(visitor.page()).as(price).contains("价格变了：现在每件 ¥39.90", "还没有下单");
        }
        nothingIsStored();
        for (var price : new String[] {"priceFen", "price", "amountFen", "total", "payable", "discount"}) {
            assertThat(join(Map.of(price, "1"))).as(price).isEqualTo(400);
            assertThat(visitor.page()).as(price).contains("没有这个字段", price);
        }
        nothingIsStored();
        assertThat(street.amountsOf(team)).containsOnly(Street.TEAM_FEN);
    }

    @Test
    @DisplayName("A-32 whoever buys alone pays the price of alone, whatever price and kind they send along")
    void aloneOnePaysThePriceOfAlone() {
        var alone = "/o/" + home.offer() + "/orders";
        visitor.get("/checkout/offers/" + home.offer() + "/alone");
        var fields = visitor.fields(alone, choice(Map.of("shownFen", String.valueOf(Street.TEAM_FEN))));
        assertThat(visitor.post(alone, fields).statusCode()).isEqualTo(409);
        assertThat(visitor.page()).contains("价格变了：现在每件 ¥52", "还没有下单");
        fields.put("kind", "TEAM");
        assertThat(visitor.post(alone, fields).statusCode()).isEqualTo(400);
        nothingIsStored();
        fields.remove("kind");
        fields.put("shownFen", "");
        assertThat(visitor.post(alone, fields).statusCode()).isEqualTo(302);
        visitor.get("/orders");
        assertThat(visitor.page()).contains("¥52").doesNotContain("¥39.90");
    }

    @Test
    void whatIsNoChoiceIsSaid() {
        assertThat(join(Map.of("whenFull", "LATER"))).isEqualTo(400);
        assertThat(visitor.page()).contains("请在给出的选项里选一个");
        assertThat(join(Map.of("point", "the gate"))).isEqualTo(400);
        assertThat(visitor.page()).contains("id=\"point-error\"", "请选一个自提点");
        assertThat(join(Map.of("note", "长".repeat(201)))).isEqualTo(400);
        assertThat(visitor.page()).contains("id=\"note-error\"", "不要超过 200 个字");
        nothingIsStored();
    }

    @Test
    void goodsAreCollectedInTheirOwnCommunity() {
        var elsewhere = street.found(2);
        assertThat(join(Map.of("point", elsewhere.point().toString()))).isEqualTo(400);
        assertThat(visitor.page()).contains("id=\"point-error\"");
        nothingIsStored();
    }

    @Test
    void aTeamIsNoOfferAndAnOfferIsNoTeam() {
        visitor.get("/checkout/teams/" + team);
        var fields = visitor.fields("/t/" + team + "/seats", choice(Map.of()));
        for (var path : new String[] {
            "/t/" + home.offer() + "/seats", "/o/" + team + "/teams", "/o/" + team + "/orders", "/t/nonsense/seats"
        }) {
            assertThat(visitor.post(path, fields).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/checkout/teams/" + home.offer()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/checkout/offers/" + team).statusCode()).isEqualTo(404);
        nothingIsStored();
    }

    @Test
    @DisplayName("A-10 TRACE gives nothing back, and is refused with our headers")
    void traceGivesNothingBack() throws Exception {
        var trace = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .header("X-Mine", "only mine")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(trace, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("only mine");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    private int join(Map<String, String> odd) {
        visitor.get("/checkout/teams/" + team);
        return visitor.submit("/t/" + team + "/seats", choice(odd)).statusCode();
    }

    private Map<String, String> choice(Map<String, String> odd) {
        var fields = new HashMap<>(Map.of("point", home.point().toString()));
        fields.putAll(odd);
        return fields;
    }

    private void nothingIsStored() {
        visitor.get("/orders");
        assertThat(visitor.page()).contains("还没有订单");
        assertThat(street.seatsTaken(home, team)).isOne();
    }
}

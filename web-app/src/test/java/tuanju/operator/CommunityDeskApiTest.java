package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("What operators do on pages with communities, goods and offers, their programs do too")
class CommunityDeskApiTest {

    private static final String TERMS = """
            "priceFen": %d, "size": %d, "durationHours": 24, "pickupAfterDays": 1,
            "startsAt": "2026-11-01T12:00:00Z", "endsAt": "2030-01-10T12:00:00Z"
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    private TeamNeighbourhood home;
    private Desk desk;
    private Desk other;
    private String here;
    private UUID product;

    @BeforeEach
    void operatorsOfACommunity() {
        home = neighbourhoods.found(2, 2);
        operators.appoint(home.member(0));
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(0));
        other = new Desk(mvc, home.member(1));
        here = "/communities/" + home.card().shortCode();
        product = UUID.fromString(ApiClient.read(desk.get(here + "/products"), "$.items[0].id"));
    }

    @Test
    @DisplayName("a community is founded once, found by its words, and renamed; without a name it is not")
    void communities() {
        var name = "梧桐里" + UUID.randomUUID().toString().substring(0, 8);
        var wanted = "{\"name\":\"%s\",\"place\":\"梧桐路1号\"}".formatted(name);
        var key = UUID.randomUUID().toString();
        var founded = desk.post("/communities", wanted, key);
        assertThat(founded).hasStatus(201);
        String code = ApiClient.read(founded, "$.code");
        assertThat(founded).hasHeader("Location", "/api/v1/operator/communities/" + code);
        assertThat(desk.post("/communities", wanted, key)).hasHeader("Idempotent-Replayed", "true");
        assertThat(desk.page("/communities?q=" + name)).bodyText().contains(name, "/operate/communities/" + code);
        assertThat(desk.get("/communities?q=" + name))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);

        assertThat(desk.put("/communities/" + code, "{\"name\":\"%s\"}".formatted(name + "东")))
                .hasStatusOk();
        assertThat(desk.page("/communities/" + code)).bodyText().contains(name + "东");
        refuses(desk.post("/communities", "{\"name\":\" \"}"), "name");
        refuses(desk.put("/communities/" + code, "{\"place\":\"路上\"}"), "name");
    }

    @Test
    @DisplayName("a page of communities ends where the next one begins")
    void pagesOfCommunities() {
        var words = "连片" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 10; i < 61; i++) {
            desk.post("/communities", "{\"name\":\"%s\"}".formatted(words + i));
        }
        var first = desk.get("/communities?q=" + words);
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(50);
        var second = desk.get("/communities?q=" + words + "&after=" + ApiClient.read(first, "$.next"));
        assertThat(second)
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly(words + 60);
        assertThat(second).bodyJson().extractingPath("$.next").isNull();
    }

    @Test
    @DisplayName("a pickup point is opened for who leads there, and closed to new orders; for nobody else")
    void pickupPoints() {
        var wanted = "{\"leader\":\"%s\",\"name\":\"东门岗亭\",\"address\":\"东门\"}";
        var opened = desk.post(
                here + "/pickup-points", wanted.formatted(home.leader().value()));
        assertThat(opened).hasStatus(201);
        String path = "/pickup-points/" + ApiClient.read(opened, "$.id");
        assertThat(opened).hasHeader("Location", "/api/v1/operator" + here + path);
        assertThat(desk.page(here)).bodyText().contains("东门岗亭");
        assertThat(desk.put(here + path + "/closure", "{}")).hasStatusOk();
        assertThat(desk.page(here)).bodyText().doesNotContain("东门岗亭");
        assertThat(desk.get(here + path)).bodyJson().extractingPath("$.open").isEqualTo(false);

        assertThat(desk.post(
                        here + "/pickup-points", wanted.formatted(home.member(0).value())))
                .hasStatus(404);
        refuses(desk.post(here + "/pickup-points", "{\"name\":\"东门\",\"address\":\"东门\"}"), "leader");
        refuses(
                desk.post(
                        here + "/pickup-points",
                        "{\"leader\":\"%s\",\"name\":\"东门\"}"
                                .formatted(home.leader().value())),
                "address");
    }

    @Test
    @DisplayName("a product is written, shown with pictures in another order, taken off sale and put on sale again")
    void products() throws IOException {
        var created = desk.post(here + "/products", "{\"name\":\"小番茄\",\"origin\":\"山东\"}");
        assertThat(created).hasStatus(201);
        String path = here + "/products/" + ApiClient.read(created, "$.id");
        assertThat(created).hasHeader("Location", "/api/v1/operator" + path);
        assertThat(desk.upload(path + "/pictures", picture())).hasStatus(201);
        var two = desk.upload(path + "/pictures", picture());
        String first = ApiClient.read(two, "$.pictures[0].name");
        String second = ApiClient.read(two, "$.pictures[1].name");
        var said = "{\"name\":\"樱桃番茄\",\"pictures\":[\"%s\",\"%s\"]}".formatted(second, first);
        assertThat(desk.put(path, said))
                .bodyJson()
                .extractingPath("$.pictures[*].name")
                .asArray()
                .containsExactly(second, first);
        assertThat(desk.put(path, "{\"name\":\"樱桃番茄\"}"))
                .bodyJson()
                .extractingPath("$.pictures.length()")
                .isEqualTo(2);
        var shelf = "/products?community=" + home.card().shortCode();
        assertThat(desk.page(shelf)).bodyText().contains("樱桃番茄");
        assertThat(desk.put(path + "/status", "{\"status\":\"ARCHIVED\"}")).hasStatusOk();
        assertThat(desk.page(shelf)).bodyText().doesNotContain("樱桃番茄");
        assertThat(desk.get(here + "/products?status=ARCHIVED"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("樱桃番茄");
        desk.put(path + "/status", "{\"status\":\"ON_SALE\"}");
        assertThat(desk.page(shelf)).bodyText().contains("樱桃番茄");

        refuses(desk.post(here + "/products", "{\"name\":\"\"}"), "name");
        refuses(desk.put(path, "{\"name\":\"番茄\",\"pictures\":[\"art:nobody\"]}"), "pictures");
        refuses(desk.put(path + "/status", "{}"), "status");
        assertThat(desk.upload(path + "/pictures", "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasStatus(400);
    }

    @Test
    @DisplayName("pictures that come to a product at the same moment are all kept, over REST as on its page")
    void picturesAtTheSameMoment() throws Exception {
        var path = here + "/products/" + product;
        var page = "/products/" + home.card().shortCode() + "/" + product;
        Callable<MvcTestResult> overRest = () -> desk.upload(path + "/pictures", picture());
        Callable<MvcTestResult> onThePage = () -> other.save(page, picture(), Map.of("name", "阳光玫瑰葡萄"));
        try (var hands = Executors.newFixedThreadPool(4)) {
            for (var answer : hands.invokeAll(List.of(overRest, onThePage, overRest, onThePage))) {
                assertThat(answer.get().getResponse().getStatus()).isBetween(201, 302);
            }
        }
        assertThat(desk.get(path))
                .bodyJson()
                .extractingPath("$.pictures.length()")
                .isEqualTo(4);
    }

    @Test
    @DisplayName(
            "a variant gets its price and its stock; too dear, nothing that came, and more than is here are refused")
    void variants() {
        var skus = here + "/products/" + product + "/skus";
        var added = desk.post(skus, "{\"spec\":\"每箱四斤\",\"priceFen\":9900,\"perPersonLimit\":4}");
        assertThat(added).hasStatus(201);
        String path = skus + "/" + ApiClient.read(added, "$.id");
        assertThat(added).hasHeader("Location", "/api/v1/operator" + path);
        assertThat(desk.put(path, "{\"spec\":\"每箱五斤\",\"priceFen\":10900}")).hasStatusOk();
        var key = UUID.randomUUID().toString();
        assertThat(desk.post(path + "/stock-changes", "{\"pieces\":20}", key)).hasStatusOk();
        assertThat(desk.post(path + "/stock-changes", "{\"pieces\":20}", key))
                .hasHeader("Idempotent-Replayed", "true")
                .bodyJson()
                .extractingPath("$.onHand")
                .isEqualTo(20);
        assertThat(desk.page("/products/" + home.card().shortCode() + "/" + product))
                .bodyText()
                .contains("每箱五斤", "value=\"109.00\"");

        refuses(desk.post(skus, "{\"spec\":\"一车\",\"priceFen\":10000001}"), "priceFen");
        refuses(desk.post(skus, "{\"spec\":\" \",\"priceFen\":100}"), "spec");
        refuses(desk.put(path, "{\"spec\":\"2斤\",\"priceFen\":100,\"perPersonLimit\":0}"), "perPersonLimit");
        refuses(desk.post(path + "/stock-changes", "{\"pieces\":0}"), "pieces");
        assertThat(desk.post(path + "/stock-changes", "{\"pieces\":-21}")).hasStatus(409);
        assertThat(desk.put(
                        here + "/products/" + UUID.randomUUID() + "/skus/"
                                + home.sku().value(),
                        "{\"spec\":\"2斤\",\"priceFen\":100}"))
                .as("of another product")
                .hasStatus(404);
    }

    @Test
    @DisplayName("stock that is booked by two taps on the page's button came once")
    void stockIsBookedOncePerForm() {
        var key = UUID.randomUUID().toString();
        for (int tap = 0; tap < 2; tap++) {
            mvc.post()
                    .uri(
                            "/operate/products/{c}/{p}/skus/{s}/stock",
                            home.card().shortCode(),
                            product,
                            home.sku().value())
                    .param("pieces", "7")
                    .param("commandKey", key)
                    .with(csrf())
                    .with(Visitor.signedIn(new SignedIn(home.member(0), "运营", true)))
                    .exchange();
        }
        assertThat(desk.get(
                        here + "/products/" + product + "/skus/" + home.sku().value()))
                .bodyJson()
                .extractingPath("$.onHand")
                .isEqualTo(7);
    }

    @Test
    @DisplayName("an offer is made, changed, paused and ended for good; dearer than alone it is not")
    void offers() {
        var wanted = "{\"sku\":\"%s\",".formatted(home.sku().value()) + TERMS.formatted(3990, 3) + "}";
        var made = desk.post(here + "/team-offers", wanted);
        assertThat(made).hasStatus(201);
        String code = ApiClient.read(made, "$.code");
        String path = "/team-offers/" + code;
        assertThat(made).hasHeader("Location", "/api/v1/operator" + path);
        assertThat(desk.put(path, "{" + TERMS.formatted(3790, 5) + "}")).hasStatusOk();
        assertThat(desk.page("/offers/" + code)).bodyText().contains("value=\"37.90\"");
        desk.put(path + "/status", "{\"status\":\"PAUSED\"}");
        assertThat(desk.get(here + "/team-offers?status=PAUSED"))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .containsExactly(code);
        desk.put(path + "/status", "{\"status\":\"ENDED\"}");
        assertThat(desk.put(path + "/status", "{\"status\":\"PAUSED\"}")).hasStatus(409);
        assertThat(desk.put(path + "/status", "{\"status\":\"OPEN\"}")).hasStatus(409);
        assertThat(desk.get(path)).bodyJson().extractingPath("$.status").isEqualTo("ENDED");

        refuses(desk.post(here + "/team-offers", "{" + TERMS.formatted(3990, 3) + "}"), "sku");
        refuses(desk.post(here + "/team-offers", wanted.replace("3990", "5200")), "priceFen");
        refuses(desk.post(here + "/team-offers", wanted.replace("\"size\": 3", "\"size\": 11")), "size");
        refuses(desk.post(here + "/team-offers", wanted.replace("2030", "2026")), "endsAt");
    }

    @Test
    @DisplayName("another share for leaders waits for another operator's word, and holds then")
    void serviceFee() {
        var proposed = desk.put(here + "/service-fee", "{\"percent\":\"7.5\"}");
        assertThat(proposed).hasStatus(202);
        assertThat(desk.get(here + "/service-fee"))
                .bodyJson()
                .extractingPath("$.waiting")
                .isEqualTo(true);
        assertThat(desk.put(here + "/service-fee", "{\"percent\":\"8\"}")).hasStatus(409);
        var word = "/api/v1/second-words/" + ApiClient.read(proposed, "$.secondWord") + "/decision";
        assertThat(say(word, other)).hasStatus(204);
        assertThat(desk.get(here + "/service-fee"))
                .bodyJson()
                .extractingPath("$.percent")
                .isEqualTo("7.5");
        assertThat(desk.page("/service-fees")).bodyText().contains("7.5");
        refuses(desk.put(here + "/service-fee", "{\"percent\":\"15.01\"}"), "percent");
        refuses(desk.put(here + "/service-fee", "{}"), "percent");
    }

    private MvcTestResult say(String word, Desk who) {
        return mvc.put()
                .uri(word)
                .contentType("application/json")
                .content("{\"confirmed\":true}")
                .with(Visitor.signedIn(new SignedIn(who.operator(), "运营", true)))
                .exchange();
    }

    private static void refuses(MvcTestResult answer, String field) {
        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static byte[] picture() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}

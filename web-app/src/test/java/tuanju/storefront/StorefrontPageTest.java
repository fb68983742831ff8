package tuanju.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** A leader's storefront as strangers, neighbours and its leader see it, and the door that stays closed to strangers. */
@WebTest
class StorefrontPageTest {

    private static final String DOOR = "东门外12号后门";
    private static final String DIRECTIONS = "敲两下报房号";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Storefronts storefronts;

    @Autowired
    PickupPoints points;

    @Autowired
    Leaders leaders;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    private TeamNeighbourhood home;
    private Storefront front;
    private UUID shop;
    private CycleCard cycle;

    @BeforeEach
    void openACycleAtTwoPoints() {
        home = neighbourhoods.found(2, 2);
        front = storefronts.of(home.leader(), home.id());
        var card = points.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", DOOR, "全天", DIRECTIONS));
        shop = card.id();
        var now = Instant.now();
        var gate = new CyclePoint(
                tuanju.cycle.PickupPlace.of(home.point()),
                now.plus(Duration.ofHours(9)),
                now.plus(Duration.ofHours(12)));
        var second = new CyclePoint(
                tuanju.cycle.PickupPlace.of(card), now.plus(Duration.ofHours(19)), now.plus(Duration.ofHours(22)));
        var eggs = new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofYuan("29.90"), null);
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周三鲜果 第9期",
                        List.of(eggs),
                        now.minusSeconds(60),
                        now.plus(Duration.ofHours(3)),
                        List.of(gate, second),
                        CycleTerms.NONE));
    }

    @Test
    void anyoneReadsWhoLeadsWhatIsOpenAndWhereToCollect() {
        storefronts.change(home.leader(), home.id(), new Storefront.Words("今晚下单，明早到", "我们家种菜三十年"));

        assertThat(seen("/l/" + front.code(), null))
                .contains("今晚下单，明早到", "我们家种菜三十年", "周三鲜果 第9期", "水果店", "东门外", "3号门", "阳光玫瑰葡萄", "og:image");
    }

    @Test
    void saysSoWhenNothingIsOpen() {
        var other = neighbourhoods.found(1, 2);
        points.close(other.id(), other.point().id(), other.leader());

        assertThat(seen("/l/" + storefronts.of(other.leader(), other.id()).code(), null))
                .contains("现在没有接龙");
    }

    @Test
    @DisplayName("a stranger never reads the exact door: storefront, cycle, team, offer, poster's page, REST")
    void aStrangerNeverReadsTheExactDoor() {
        for (var path : List.of("/", "/l/" + front.code(), "/c/" + cycle.code(), "/o/" + home.offer())) {
            assertThat(seen(path, null)).as(path).doesNotContain(DOOR, DIRECTIONS, "3号门岗亭");
            assertThat(seen(path, home.member(1))).as(path).doesNotContain(DOOR, DIRECTIONS, "3号门岗亭");
        }
        assertThat(seen("/api/v1/cycles/" + cycle.code(), home.member(1)))
                .contains("水果店", "东门外")
                .doesNotContain(DOOR, DIRECTIONS);
        assertThat(seen("/checkout/offers/" + home.offer() + "/alone", home.member(1)))
                .contains("水果店")
                .doesNotContain(DOOR, DIRECTIONS);
    }

    @Test
    void whoHasPaidReadsTheDoorOfTheirPointAndHowToFindIt() {
        var order = order(home.member(0), shop);
        assertThat(seen("/orders/" + order, home.member(0)))
                .contains("东门外", "付款后这里会告诉你具体门牌")
                .doesNotContain(DOOR, DIRECTIONS);

        till.pay(home, home.member(0), order);

        assertThat(seen("/orders/" + order, home.member(0))).contains(DOOR, DIRECTIONS);
    }

    @Test
    void aCycleAtSeveralPointsAsksWhereToCollect() {
        assertThat(seen("/c/" + cycle.code(), null)).contains("到哪里取？", "水果店", "3号门");
        assertThat(seen("/lead/cycles/" + cycle.code() + "/next", home.leader()))
                .contains("周三鲜果 第10期", "points[1].chosen");
    }

    @Test
    void handsItselfOnAsAQrCodeAndAPoster() throws IOException {
        var poster = mvc.get().uri("/l/" + front.code() + "/poster.png").exchange();
        var image = ImageIO.read(new ByteArrayInputStream(poster.getResponse().getContentAsByteArray()));
        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(1440);
        var tag = poster.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(tag).isNotNull();
        assertThat(mvc.get().uri("/l/" + front.code() + "/poster.png").header("If-None-Match", String.valueOf(tag)))
                .hasStatus(304);
        assertThat(mvc.get().uri("/l/" + front.code() + "/qr.svg")).hasStatusOk();
    }

    @Test
    void itsLeaderRewritesItAndNobodyElse() {
        var sent = mvc.post()
                .uri("/lead/storefront")
                .param("headline", "三号楼王姐")
                .param("introduction", "周三周六开团")
                .with(csrf())
                .with(as(home.leader()))
                .exchange();

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(seen("/l/" + front.code(), null)).contains("三号楼王姐", "周三周六开团");
        assertThatThrownBy(() -> storefronts.change(home.member(0), home.id(), new Storefront.Words("我", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("W-42 its leader's program finds and rewrites it and answers to its numbers; nobody else's does")
    void itsLeaderRewritesItOverRest() {
        var mine = "/api/v1/leaders/" + front.code();
        assertThat(seen("/api/v1/leaders/storefronts", home.leader()))
                .contains(front.code().value());
        assertThat(mvc.get().uri("/api/v1/leaders/storefronts").with(as(home.member(1))))
                .hasStatus(404);

        var words = "{\"headline\":\"三号楼王姐\",\"introduction\":\"周三周六开团\"}";
        assertThat(put(mine, words, home.member(1))).hasStatus(404);
        assertThat(put(mine, words, home.leader())).hasStatusOk();
        assertThat(seen("/l/" + front.code(), null)).contains("三号楼王姐", "周三周六开团");
        assertThat(put(mine, "{\"headline\":\"" + "长".repeat(41) + "\"}", home.leader()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("headline");

        var answer = mine + "/scorecard/answer";
        assertThat(put(answer, "{\"answer\":\"上周车坏了\"}", home.member(1))).hasStatus(404);
        assertThat(put(answer, "{\"answer\":\"上周车坏了\"}", home.leader()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.leaderSays")
                .isEqualTo("上周车坏了");
    }

    @Test
    @DisplayName("W-42 its leader's program closes a pickup point and opens it again; nobody else's does")
    void aPointIsClosedAndOpenedOverRest() {
        var closure = "/api/v1/pickup-points/" + shop + "/closure";
        assertThat(put(closure, "", home.member(1))).hasStatus(404);
        assertThat(put(closure, "", home.leader()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.open")
                .isEqualTo(false);
        assertThat(points.in(home.id())).noneMatch(it -> it.id().equals(shop));
        assertThat(mvc.delete().uri(closure).with(as(home.member(1)))).hasStatus(404);
        assertThat(mvc.delete().uri(closure).with(as(home.leader())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.open")
                .isEqualTo(true);
    }

    private MvcTestResult put(String path, String json, MemberId me) {
        return mvc.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(as(me))
                .exchange();
    }

    @Test
    void isGoneWhenItsLeaderLeadsNoMore() {
        leaders.revoke(home.leader(), home.id(), home.member(0), "搬走了");

        assertThat(mvc.get().uri("/l/" + front.code())).hasStatus(404);
    }

    private Code order(MemberId member, UUID point) {
        var eggs = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(eggs, 1), Map.of(), Door.of("3", "502"), "", point);
        return ordering.order(member, cycle.code(), wish).code();
    }

    private String seen(String path, @Nullable MemberId me) {
        var answer = mvc.get()
                .uri(path)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(me))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(@Nullable MemberId me) {
        return me == null
                ? it -> it
                : authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }
}

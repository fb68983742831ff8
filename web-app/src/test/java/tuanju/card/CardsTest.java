package tuanju.card;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.address.Door;
import tuanju.card.CardRef.Kind;
import tuanju.community.Code;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.teambuy.offering.OfferForm;
import tuanju.teambuy.offering.TeamOfferEditing;

/** What can be bought is shown by one kind of card: on the front door, on storefronts and to programs, for few queries. */
@WebTest
class CardsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOfferEditing offers;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Showcase showcase;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private Code cycle;
    private Code product;
    private Code team;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 3);
        cycle = opening.open(home.leader(), home.id(), plan()).code();
        product = new Code(jdbc.sql("select code from product where community_id = ?")
                .param(home.id().value())
                .query(String.class)
                .single());
        var wish = "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}"
                .formatted(home.point().id());
        team = new Code(read(
                ApiClient.signUp(mvc).post("/api/v1/team-offers/" + home.offer() + "/teams", wish), "$.team.code"));
    }

    @Test
    @DisplayName("cards of every kind are collected in one query a kind and one of reviews, in the order asked for")
    void collected() {
        var nothing = new Code(home.offer().communityShortCode() + "ZZZZZZZZZZ");
        var elsewhere = new Code("ZZZZ" + "0".repeat(10));
        var refs = List.of(
                new CardRef(Kind.CYCLE, cycle),
                new CardRef(Kind.OFFER, nothing),
                new CardRef(Kind.PRODUCT, product),
                new CardRef(Kind.TEAM, team),
                new CardRef(Kind.OFFER, elsewhere),
                new CardRef(Kind.OFFER, home.offer()),
                new CardRef(Kind.CYCLE, cycle));

        var sent = statements.ofThisThread(() -> assertThat(showcase.cards(Viewer.STRANGER, refs))
                .extracting(it -> it.ref().code())
                .containsExactly(cycle, product, team, home.offer()));

        assertThat(sent).hasSize(5);
    }

    @Test
    @DisplayName("a draft is nobody's card")
    void drafts() {
        var draft = opening.draft(home.leader(), home.id(), plan(), null).code();

        assertThat(showcase.cards(Viewer.STRANGER, List.of(new CardRef(Kind.CYCLE, draft))))
                .isEmpty();
    }

    @Test
    @DisplayName("what is for members is no stranger's card, neither by its name nor among what is on offer")
    void hidden() {
        for (var table : List.of("team_offer", "order_cycle")) {
            jdbc.sql("update " + table + " set visible_from = 0 where community_id = ?")
                    .param(home.id().value())
                    .update();
        }
        var refs = List.of(
                new CardRef(Kind.OFFER, home.offer()), new CardRef(Kind.TEAM, team), new CardRef(Kind.CYCLE, cycle));

        assertThat(showcase.cards(Viewer.STRANGER, refs)).isEmpty();
        assertThat(Kind.values())
                .filteredOn(it -> it != Kind.PRODUCT)
                .allSatisfy(it -> assertThat(showcase.onOffer(it, Viewer.STRANGER, CardSearch.in(home.id(), 50)))
                        .isEmpty());
    }

    @Test
    @DisplayName("a card says its price, what is left, and whether it opens later, is sold out or over")
    void states() {
        var open = card(Kind.OFFER, home.offer());
        assertThat(open.price()).isNotNull();
        assertThat(open.isBuyable()).isTrue();
        assertThat(card(Kind.CYCLE, cycle).price())
                .isEqualTo(new CardPrice(Money.ofYuan("3.50"), Money.ofYuan("29.90"), null));

        neighbourhoods.stock(home.founded(), 4);
        assertThat(card(Kind.OFFER, home.offer()).left()).isLessThanOrEqualTo(4);
        jdbc.sql("update sku set on_hand = reserved where community_id = ?")
                .param(home.id().value())
                .update();
        assertThat(card(Kind.OFFER, home.offer()).state()).isEqualTo(Card.State.SOLD_OUT);
        assertThat(card(Kind.PRODUCT, product).state()).isEqualTo(Card.State.SOLD_OUT);

        assertThat(card(Kind.OFFER, offer(Duration.ofHours(5))).state()).isEqualTo(Card.State.SOON);
        jdbc.sql("update team_offer set status = 'ENDED' where code = ?")
                .param(home.offer().value())
                .update();
        assertThat(card(Kind.OFFER, home.offer()).state()).isEqualTo(Card.State.OVER);
    }

    @Test
    @DisplayName(
            "a program reads the cards that the front door shows, and finds them by words; each kind costs two queries")
    void theFrontDoor() {
        var here = "/api/v1/communities/" + home.offer().communityShortCode() + "/cards";
        var few = statements.ofThisThread(() -> seen(here));
        IntStream.range(0, 30).forEach(it -> offer(Duration.ZERO));
        var many = statements.ofThisThread(() -> seen(here));

        assertThat(few).as("offers, cycles, and what reviewers say of each").hasSize(4);
        assertThat(many).hasSize(4);
        assertThat(seen(here + "?q=小白菜"))
                .contains(cycle.value())
                .doesNotContain(home.offer().value());
        assertThat(seen(here + "?q=葡萄")).contains("阳光玫瑰葡萄").doesNotContain(cycle.value());
        assertThat(seen(here)).contains("\"next\":\"");
    }

    @Test
    @DisplayName("programs read cards by their names; a name that is none is refused")
    void byName() {
        assertThat(seen("/api/v1/cards?ref=offer-" + home.offer() + "&ref=cycle-" + cycle))
                .contains(home.offer().value(), cycle.value(), "3人团");
        assertThat(mvc.get().uri("/api/v1/cards?ref=order-" + home.offer())).hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/cards?ref=offer")).hasStatus(400);
        assertThat(mvc.get().uri("/api/v1/cards?ref=offer-x")).hasStatus(400);
    }

    @Test
    @DisplayName("a cycle's card says how many pieces neighbours ordered, and nothing while nobody did")
    void whatNeighboursOrdered() {
        var path = "/api/v1/cards?ref=cycle-" + cycle;
        assertThat(seen(path)).doesNotContain("邻居已订");

        var goods = cycles.products(cycles.byCode(cycle));
        var pieces = Map.of(goods.getFirst().id(), 2, goods.getLast().id(), 3);
        ordering.order(home.founded().member(0), cycle, new CycleOrdering.Wish(pieces, Door.of("3", "502"), ""));

        assertThat(seen(path)).contains("邻居已订 5 份");
        assertThat(card(Kind.CYCLE, cycle).said().crowd()).contains("5");
    }

    private CyclePlan plan() {
        var now = Instant.now();
        var goods = List.of(
                new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofYuan("29.90"), null),
                new CyclePlan.Item(null, "矮脚小白菜", "1斤", null, Money.ofYuan("3.50"), null));
        return new CyclePlan(
                "周三鲜果 第9期",
                goods,
                now.minusSeconds(60),
                now.plus(Duration.ofHours(3)),
                PickupPlace.of(home.point()),
                now.plus(Duration.ofHours(9)),
                now.plus(Duration.ofHours(12)));
    }

    private Card card(Kind kind, Code code) {
        return showcase.cards(Viewer.STRANGER, List.of(new CardRef(kind, code))).getFirst();
    }

    private Code offer(Duration later) {
        var from = Instant.now().minusSeconds(1).plus(later);
        var form = new OfferForm(home.sku(), 39_90, 2, 24, 1, from, from.plus(Duration.ofDays(7)));
        return offers.create(home.id(), form, home.leader());
    }

    private String seen(String path) {
        var answer = mvc.get().uri(path).locale(Locale.SIMPLIFIED_CHINESE).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package tuanju.desk.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Visitor;
import tuanju.desk.Bag;
import tuanju.desk.BagNotForToday;
import tuanju.desk.Desk;
import tuanju.desk.DeskView;
import tuanju.desk.Desks;
import tuanju.desk.Doubt;
import tuanju.desk.Doubt.Why;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.handover.Giving;
import tuanju.desk.handover.HandingOver;
import tuanju.desk.handover.HandingOverParts;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("W-24 the desk holds one pickup day of goods that are here; anything else is asked about first")
class OneDayTest {

    private static final Duration A_DAY_ON = Duration.ofHours(25);
    private static final Duration NOW = Duration.ofHours(-1);

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    HandingOver handingOver;

    @Autowired
    HandingOverParts parts;

    @Autowired
    SyncingDesks syncing;

    @Autowired
    TakingSnapshots snapshots;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private PlacedOrder todays;

    @BeforeEach
    void somethingIsHereToday() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        todays = order(cycle, "701");
    }

    @Test
    void todaysDeskListsWhatIsHereTodayAndCountsTheRest() throws Exception {
        for (var why : Why.values()) {
            order(cycle(why), "80" + why.ordinal());
        }

        var view = looking.look(today());

        assertThat(view.progress()).isEqualTo(new DeskView.Progress(0, 1, 0));
        assertThat(view.others()).extracting(DeskView.Others::why).containsExactly(Why.values());
        assertThat(view.others()).allSatisfy(it -> assertThat(it.bags()).hasSize(1));
        assertThat(snapshots.take(List.of(today()), "").bags())
                .singleElement()
                .satisfies(bag -> assertThat(bag.room()).isEqualTo("701"));
        asLeader(get("/lead/desk"))
                .andExpect(content().string(containsString("还剩 1 户")))
                .andExpect(content().string(containsString("货还没到的")));
        asLeader(get("/lead")).andExpect(content().string(containsString("去发货 · 1 单待提")));
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void nothingElseIsHandedOverSilently(Why why) {
        var other = order(cycle(why), "801");
        var id = other.id().value();

        assertThatThrownBy(() -> handingOver.handOver(today(), List.of(id)))
                .isInstanceOfSatisfying(BagNotForToday.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(409);
                    assertThat(refusal.getType()).isEqualTo(why.refusal());
                });
        assertThatThrownBy(
                        () -> handingOver.handOver(today(), List.of(todays.id().value(), id)))
                .isInstanceOf(BagNotForToday.class);
        assertThatThrownBy(() -> parts.give(today(), id, List.of(new HandedPieces("冰淇淋黄心西瓜", "一箱四个约14斤", 1))))
                .isInstanceOf(BagNotForToday.class);
        assertThatThrownBy(() -> handingOver.handOverThoseLeft(today(), List.of(id), Giving.PLAIN))
                .isInstanceOf(BagNotForToday.class);
        assertThat(neighbourhood.status(other)).isEqualTo("CONFIRMED");
        assertThat(neighbourhood.status(todays)).isEqualTo("CONFIRMED");

        handingOver.handOver(today(), List.of(id), new Giving(LeftWith.NOBODY, null, true));
        assertThat(neighbourhood.status(other)).isEqualTo("COLLECTED");
    }

    @ParameterizedTest
    @EnumSource(value = Why.class, names = "EARLIER_DAY", mode = EnumSource.Mode.EXCLUDE)
    void aPhoneWithoutNetworkCannotEither(Why why) {
        var other = order(cycle(why), "801");

        assertThat(tell(other)).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(DeskAct.Outcome.REFUSED);
            assertThat(it.reason()).isEqualTo(why.refusal());
        });
        assertThat(neighbourhood.status(other)).isEqualTo("CONFIRMED");
        assertThat(tell(todays).outcome()).isEqualTo(DeskAct.Outcome.DONE);
    }

    @Test
    void aPhoneThatFindsNetworkOnlyTheNextDayIsBelieved() {
        assertThat(tell(order(cycle(Why.EARLIER_DAY), "801")).outcome()).isEqualTo(DeskAct.Outcome.DONE);
    }

    @Test
    void whatIsNotHereIsNoPartOfTheSameDoorsBag() {
        var soon = order(cycle(Why.STILL_OPEN), "701");

        assertThat(looking.bag(today(), todays.code().value()).orders())
                .extracting(Bag.Part::code)
                .containsExactly(todays.code().value());
        assertThat(looking.bag(today(), soon.code().value()).doubts())
                .extracting(Doubt::why)
                .containsExactly(Why.STILL_OPEN);
        assertThat(looking.waitingIn(today(), todays.code().value()))
                .flatExtracting(it -> it.orderCodes())
                .containsExactly(todays.code().value());
    }

    @Test
    void atItsOwnDeskACyclesFirstDayBeginsWhenItsGoodsArrive() {
        var tomorrow = cycle(Why.LATER_DAY);
        var order = order(tomorrow, "801");

        handingOver.handOver(
                desks.ofCycle(led.leader(), tomorrow.code()), List.of(order.id().value()));

        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
    }

    @Test
    void thePageSaysWhyAndWaitsForAYes() throws Exception {
        var other = order(cycle(Why.NOT_HERE), "801");
        var bag = "/lead/desk/bags/" + other.code();

        asLeader(get(bag))
                .andExpect(content().string(containsString("这袋的货还没有到。")))
                .andExpect(content().string(not(containsString("/handovers"))))
                .andExpect(content().string(not(containsString("/parts\""))));
        asLeader(post(bag + "/handovers"))
                .andExpect(redirectedUrl(bag))
                .andExpect(flash().attributeExists("flashError"));
        assertThat(neighbourhood.status(other)).isEqualTo("CONFIRMED");

        asLeader(get(bag + "?sure=true")).andExpect(content().string(containsString("/handovers")));
        asLeader(post(bag + "/handovers").param("sure", "true")).andExpect(redirectedUrl("/lead/desk"));
        assertThat(neighbourhood.status(other)).isEqualTo("COLLECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CLOSED", "ORDERED"})
    void programsAreToldWhyAndMayConfirm(String standing) throws Exception {
        var early = neighbourhood.cycle(led, Instant.now().plus(A_DAY_ON), standing);
        var other = order(early, "801");
        var wanted = "{\"pickupCode\":\"%s\"%s}";
        var code = neighbourhood.pickupCode(other);
        var handovers = "/api/v1/cycles/" + early.code() + "/handovers";

        asLeader(post(handovers).contentType(MediaType.APPLICATION_JSON).content(wanted.formatted(code, "")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type")
                        .value(containsString("OPEN".equals(standing) ? "bag-cycle-open" : "bag-goods-not-here")))
                .andExpect(jsonPath("$.detail").isNotEmpty());
        assertThat(neighbourhood.status(other)).isEqualTo("CONFIRMED");
        asLeader(post(handovers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(wanted.formatted(code, ",\"confirmed\":true")))
                .andExpect(status().isCreated());
        assertThat(neighbourhood.status(other)).isEqualTo("COLLECTED");
    }

    private DeskAct.Settled tell(PlacedOrder order) {
        var act = new DeskAct(
                UUID.randomUUID(), DeskAct.Kind.HANDOVER, order.code().value(), null, null, null, Instant.now());
        return syncing.take(List.of(today()), List.of(act)).getFirst().settled();
    }

    private Desk today() {
        return desks.ofToday(led.leader()).getFirst();
    }

    private Cycle cycle(Why why) {
        var now = Instant.now();
        return switch (why) {
            case STILL_OPEN -> neighbourhood.cycle(led, now.plus(A_DAY_ON), "OPEN");
            case NOT_HERE -> neighbourhood.cycle(led, now.plus(NOW), "ORDERED");
            case LATER_DAY -> neighbourhood.cycle(led, now.plus(A_DAY_ON));
            case EARLIER_DAY -> neighbourhood.cycle(led, now.minus(Duration.ofHours(40)));
        };
    }

    private PlacedOrder order(Cycle of, String room) {
        return neighbourhood.order(of, new Wish("86", room, "马仁毅", 2)).getFirst();
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(led.signedIn())));
    }
}

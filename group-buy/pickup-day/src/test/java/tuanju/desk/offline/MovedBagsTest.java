package tuanju.desk.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Visitor;
import tuanju.community.Code;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.desk.Desk;
import tuanju.desk.DeskView;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.offline.DeskAct.Kind;
import tuanju.desk.offline.DeskAct.Outcome;
import tuanju.member.SignedIn;
import tuanju.order.OrderStatus;

@ModuleTest
class MovedBagsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private PickupPoints pickupPoints;

    @Autowired
    private CycleRound round;

    @Autowired
    private MovingOrders moving;

    @Autowired
    private Desks desks;

    @Autowired
    private LookingAtDesks looking;

    @Autowired
    private TakingSnapshots taking;

    @Autowired
    private SyncingDesks syncing;

    @Autowired
    private Till till;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private PickupPointCard shop;
    private CycleCard cycle;
    private Code order;
    private Code other;

    @BeforeEach
    void someoneSeesABagAtTheGateAndItIsSentToTheShop() {
        home = neighbourhoods.found(3);
        shop = pickupPoints.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        cycle = round.openAt(home, home.point(), shop);
        order = round.paidAt(home, cycle, 0, home.point().id(), "86", "801");
        round.paidAt(home, cycle, 1, home.point().id(), "86", "802");
        other = round.paidAt(home, cycle, 2, home.point().id(), "86", "803");
        moving.toPoint(home.leader(), cycle.code(), List.of(order), shop.id());
        round.arriveToday(cycle);
    }

    @Test
    void itIsHandedOverOnlyByWhoSawWhereItIsNow() throws Exception {
        var bag = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order;

        handOver(bag, home.point().id()).andExpect(flash().attribute("flashError", containsString("水果店")));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);

        mvc.perform(get(bag).with(leader())).andExpect(content().string(containsString("水果店")));
        handOver(bag, shop.id()).andExpect(flash().attribute("handedDoor", "86-801"));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.COLLECTED);
    }

    @Test
    void partOfItIsNotHandedOverUntoldEither() throws Exception {
        var bag = "/lead/cycles/" + cycle.code() + "/desk/bags/" + order;

        mvc.perform(post(bag + "/parts")
                        .param("order", order.value())
                        .param("seenAt", home.point().id().toString())
                        .param("product", "散养鸡蛋")
                        .param("spec", "30枚")
                        .param("pieces", "1")
                        .with(leader())
                        .with(csrf()))
                .andExpect(flash().attribute("flashError", containsString("水果店")));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void theBagsOfABuildingLeaveOnePointAtATime() throws Exception {
        var building = "/lead/cycles/" + cycle.code() + "/desk/bags/" + other + "/building";

        mvc.perform(get(building).with(leader()))
                .andExpect(content().string(containsString("802")))
                .andExpect(content().string(not(containsString(order.value()))));
        mvc.perform(post(building + "/handovers")
                        .param("order", order.value(), other.value())
                        .param("seenAt", home.point().id().toString())
                        .with(leader())
                        .with(csrf()))
                .andExpect(redirectedUrl("/lead/cycles/" + cycle.code() + "/desk"))
                .andExpect(flash().attribute("flashError", containsString("水果店")));
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(till.statusOf(other)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void theDeskTellsPointsApart() {
        var view = looking.look(desk());

        assertThat(view.buildings()).extracting(DeskView.InBuilding::at).containsExactly("3号门", "水果店");
        assertThat(taking.take(List.of(desk()), "").bags())
                .extracting(DeskSnapshot.Bag::at)
                .containsOnly("3号门", "水果店");
    }

    @Test
    void aPhoneWithoutNetworkIsToldThatTheBagWasSentElsewhere() {
        var act = new DeskAct(
                UUID.randomUUID(),
                Kind.HANDOVER,
                order.value(),
                null,
                home.point().id(),
                null,
                null);

        var settled = syncing.take(List.of(desk()), List.of(act)).getFirst().settled();

        assertThat(settled.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(settled.reason()).isEqualTo("bag-moved-meanwhile");
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(jdbc.sql("select count(*) from handover where order_id = ?")
                        .param(till.idOf(order))
                        .query(Long.class)
                        .single())
                .isZero();
        var again = new DeskAct(UUID.randomUUID(), Kind.HANDOVER, order.value(), null, shop.id(), null, null);
        assertThat(syncing.take(List.of(desk()), List.of(again))
                        .getFirst()
                        .settled()
                        .outcome())
                .isEqualTo(Outcome.DONE);
    }

    private ResultActions handOver(String bag, UUID seenAt) throws Exception {
        return mvc.perform(post(bag + "/handovers")
                .param("seenAt", seenAt.toString())
                .with(leader())
                .with(csrf()));
    }

    private RequestPostProcessor leader() {
        var me = new SignedIn(home.leader(), "团长", false);
        return Visitor.signedIn(me);
    }

    private Desk desk() {
        return desks.ofCycle(home.leader(), cycle.code().value());
    }
}

package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static support.Patience.await;
import static tuanju.cycle.Minimum.Kind.ORDERS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Told;
import support.Visitor;
import tuanju.cycle.closing.CycleClosing;
import tuanju.cycle.closing.CycleExtending;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.payment.RefundCompleted;

@ModuleTest
@DisplayName("What members are told of a cycle")
class TellingCyclesTest {

    @Autowired
    CycleRound round;

    @Autowired
    CycleExtending extending;

    @Autowired
    CycleClosing closing;

    @Autowired
    OrderCycles cycles;

    @Autowired
    TellingCycles telling;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Till till;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Neighbourhood home;

    @BeforeEach
    void moveIn() {
        home = neighbourhoods.found(3);
    }

    @Test
    void everyoneLearnsOnceThatItGoesOnAndThatTheyMayLeave() throws Exception {
        var cycle = round.open(home, new Minimum(ORDERS, 3), CycleRound.eggs(50_00));
        round.paid(home, cycle, 0, 1);
        round.paid(home, cycle, 1, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        assertThat(told(home.leader())).contains("cycle.told.short");

        var later = extending.extend(home.leader(), cycle);
        await().untilAsserted(() -> assertThat(told(home.member(1))).contains("cycle.told.extended"));
        telling.on(new CycleExtended(cycle.community(), cycle.id(), later.cutOff(), later.cutOff()));

        assertThat(told(home.member(0))).containsOnlyOnce("cycle.told.extended");
        assertThat(told(home.member(2))).isEmpty();
        asMember(0, "周三水果");
    }

    @Test
    void everyoneLearnsThatItCameToNothingAndOnceThatTheirMoneyIsBack() {
        var cycle = round.open(home, new Minimum(ORDERS, 3), CycleRound.eggs(50_00));
        var order = round.paid(home, cycle, 0, 1);
        closing.move(home.leader(), cycle, CycleStatus.LAPSED);
        round.settleAll(cycle);
        assertThat(told(home.member(0))).containsOnlyOnce("order.told.less");
        await().untilAsserted(() -> assertThat(told(home.leader())).contains("cycle.told.lapsed-leader"));

        var id = UUID.randomUUID();
        var back = Instant.now();
        for (int i = 0; i < 2; i++) {
            var said = new RefundCompleted(id, home.id(), till.idOf(order), Money.ofFen(50_00), true, "sandbox", back);
            transaction.executeWithoutResult(status -> events.publishEvent(said));
        }
        await().untilAsserted(() -> assertThat(told(home.member(0))).containsOnlyOnce("order.told.refunded"));
    }

    @Test
    void whoPaidLearnsWhereAndWhenTheGoodsAre() throws Exception {
        var cycle = round.open(home, null, CycleRound.eggs(50_00));
        round.paid(home, cycle, 0, 1);
        round.placed(home, cycle, 1, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        closing.move(home.leader(), cycles.byCode(cycle.code()), CycleStatus.ARRIVED);
        assertThat(told(home.member(0))).containsOnlyOnce("cycle.told.arrived");
        assertThat(told(home.member(1))).isEmpty();
        asMember(0, home.point().name());
    }

    @Test
    void whoGetsLessLearnsWhyAndWhoTookLessThemselvesDoesNot() throws Exception {
        var cycle = round.open(home, null, CycleRound.cased(20_00, 4));
        round.paid(home, cycle, 0, 4);
        round.paid(home, cycle, 1, 1);
        var changed = round.paid(home, cycle, 2, 3);
        round.keep(home, cycle, 2, changed, 1);
        assertThat(told(home.member(2))).isEmpty();

        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);

        assertThat(told(home.member(0))).doesNotContain("order.told.less");
        assertThat(told(home.member(1))).containsOnlyOnce("order.told.less");
        asMember(1, "本地草莓");
        asMember(1, "¥20.00");
    }

    private List<String> told(MemberId member) {
        return Told.topics(jdbc, member);
    }

    /** One of the sentences this member reads says so. */
    private void asMember(int member, String words) throws Exception {
        var me = new SignedIn(home.member(member), "小李", false);
        mvc.perform(get("/api/v1/notifications")
                        .header("Accept-Language", "zh-CN")
                        .with(Visitor.signedIn(me)))
                .andExpect(jsonPath("$.notifications[*].text", hasItem(containsString(words))));
    }
}

package tuanju.cycle.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Told;
import support.Visitor;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleRound;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;
import tuanju.page.Dates;

/** Goods may be here before anybody can collect them, or after everybody should have. */
@ModuleTest
@DisplayName("When goods are here, both sides are told from when they can be collected")
class StepSaidTest {

    @Autowired
    CycleRound round;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    PickupPoints points;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    OrderCycles cycles;

    @Autowired
    CyclePoints where;

    @Autowired
    Dates dates;

    @Autowired
    MessageSource messages;

    private Neighbourhood home;

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
    }

    @Test
    void aDayBeforeTheHourAndNotThatPeopleCanCome() throws Exception {
        var cycle = closed(round.openAt(home, home.point()));

        arrive(cycle)
                .andExpect(flash().attribute("flashOk", allOf(containsString("开始提货"), not(containsString("可以来")))));
    }

    @Test
    void ofSeveralPointsEachItsOwnHour() throws Exception {
        var shop = points.open(home.id(), home.leader(), new PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        var cycle = closed(round.openAt(home, home.point(), shop));

        arrive(cycle)
                .andExpect(flash().attribute(
                                "flashOk", allOf(containsString(home.point().name()), containsString("水果店"))));
    }

    @Test
    void thatPeopleCanComeOncePickupIsOpen() throws Exception {
        var cycle = closed(round.openAt(home, home.point()));
        arrive(cycle);

        assertThat(saidAt(cycle, cycle.pickupFrom())).isEqualTo("cycle.moved.ARRIVED");
    }

    @Test
    void thatTheHoursAreOverWhenTheGoodsAreLate() throws Exception {
        var cycle = closed(round.openAt(home, home.point()));
        arrive(cycle);

        assertThat(saidAt(cycle, cycle.pickupUntil())).contains("已经过了");
    }

    @Test
    void buyersAreToldNoHourThatIsOver() throws Exception {
        var cycle = round.openAt(home, home.point());
        round.paidAt(home, cycle, 0, home.point().id(), "86", "801");
        closed(cycle);
        jdbc.sql("update orders set pickup_from = now() - interval '1 hour' where source_id = ?")
                .param(cycle.id())
                .update();

        arrive(cycle);

        assertThat(Told.topics(jdbc, home.member(0))).contains("cycle.told.arrived-now");
    }

    private CycleCard closed(CycleCard cycle) {
        round.force(cycle, "update order_cycle set status = 'CLOSED', closed_at = now()");
        return cycle;
    }

    private String saidAt(CycleCard cycle, Instant now) {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        return new StepSaid(where, dates, messages, Clock.fixed(now, ZoneOffset.UTC))
                .of(cycles.byCode(cycle.code()), CycleStatus.ARRIVED);
    }

    private ResultActions arrive(CycleCard cycle) throws Exception {
        return mvc.perform(post("/lead/cycles/{code}/status", cycle.code())
                .param("status", "ARRIVED")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))));
    }
}

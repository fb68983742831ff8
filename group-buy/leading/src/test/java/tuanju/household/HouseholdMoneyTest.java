package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import support.Till;
import support.Visitor;
import tuanju.chain.Chains;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.household.MoneyActs.Way;
import tuanju.member.SignedIn;

@ModuleTest
@DisplayName("W-53 what is noted of money is what the button said")
class HouseholdMoneyTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private HouseholdTable table;

    @Autowired
    private HouseholdActs acts;

    @Autowired
    private Till till;

    @Autowired
    private Statements statements;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void aCycleIsOpen() {
        home = neighbourhoods.found(2);
        cycle = round.open(home, null, CycleRound.eggs(29_90));
    }

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void anotherAmountThanWasSeenIsRefused() throws Exception {
        take("1. 张三 3-502 鸡蛋1份\n");
        var seen = rows().getFirst().seen();
        take("1. 张三 3-502 鸡蛋1份\n2. 张三妈妈 3-502 鸡蛋1份\n");
        assertThat(rows()).hasSize(1);

        pay("household", seen).andExpect(flash().attribute("flashError", containsString("¥59.80")));
        assertThat(open()).isEqualTo(59_80);

        pay("household", rows().getFirst().seen()).andExpect(flash().attribute("doneHouseholds", 1));
        assertThat(open()).isZero();
    }

    @Test
    void allThatMatchAreThoseThatWereSeen() throws Exception {
        take("1. 张三 3-502 鸡蛋1份\n");
        take("1. 张三 3-502 鸡蛋1份\n2. 李四 3-601 鸡蛋1份\n");

        pay("all", "true", "households", "1", "openFen", "2990")
                .andExpect(flash().attribute("flashError", containsString("2 户共 ¥59.80")));
        pay("all", "true").andExpect(flash().attributeExists("flashError"));
        assertThat(open()).isEqualTo(59_80);

        pay("all", "true", "households", "2", "openFen", "5980").andExpect(flash().attribute("doneHouseholds", 2));
        assertThat(open()).isZero();
    }

    @Test
    void whoPaysThroughUsHasNoButtonAndWhoPaysByHandHasOneUntilItIsSaid() throws Exception {
        var order = round.placed(home, cycle, 0, 1);
        assertThat(opened()).contains("¥29.90").doesNotContain("value=\"CASH\"");
        assertThat(rows().getFirst().byHand().open().isZero()).isTrue();

        till.open(home.member(0), order);
        assertThat(opened()).contains("value=\"CASH\"", "收到现金 ¥29.90");

        var done = acts.paid(all(), Way.CASH);
        assertThat(opened()).contains("记了收款").doesNotContain("value=\"CASH\"");
        acts.undo(home.leader(), cycle, done.act());
        assertThat(opened()).contains("value=\"CASH\"").doesNotContain("记了收款");
    }

    @Test
    void whatAnotherDeviceSaidIsNotTakenBackByThisOne() {
        till.open(home.member(0), round.placed(home, cycle, 0, 1));
        var one = all();
        var other = all();
        acts.paid(one, Way.CASH);

        assertThatThrownBy(() -> acts.paid(other, Way.CASH)).isInstanceOf(NothingToDo.class);

        assertThat(rows().getFirst().byHand().countsAt()).isNotNull();
    }

    @Test
    void whatGoesBackToManyIsNotedInAFewStatementsAndTakenBack() {
        take(Chains.households(40));
        acts.paid(all(), Way.CASH);
        take(Chains.households(40).replace("鸡蛋2份", "鸡蛋1份").replace("鸡蛋3份", "鸡蛋1份"));
        long owed = HouseholdSum.of(rows()).dues().tooMuch().fen();
        assertThat(owed).isPositive();
        var all = all();

        var sent = statements.ofThisThread(() -> acts.paidBack(all, Way.TRANSFER));

        assertThat(sent).hasSizeLessThan(15);
        assertThat(HouseholdSum.of(rows()).dues().tooMuch().isZero()).isTrue();
        var act = jdbc.sql("select id from household_act where cycle_id = ? and kind = 'PAID_BACK'")
                .param(cycle.id())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        update order_paid_back_by_hand set undone_at = now(), undone_by = :by where id = (
                            select note_id from household_act_part where act_id = :act limit 1)
                        """).param("by", home.leader().value()).param("act", act).update();

        acts.undo(home.leader(), cycle, act);

        assertThat(HouseholdSum.of(rows()).dues().tooMuch().fen()).isEqualTo(owed);
    }

    private void take(String text) {
        Chains.take(program, home, cycle, text);
    }

    private ResultActions pay(String... pairs) throws Exception {
        var request = post(page() + "/payments").param("way", "CASH");
        for (int at = 0; at < pairs.length; at += 2) {
            request.param(pairs[at], pairs[at + 1]);
        }
        return lead(request.with(csrf()));
    }

    private String opened() throws Exception {
        return lead(get(page()).param("open", rows().getFirst().key()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions lead(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(
                request.locale(Locale.CHINA).with(Visitor.signedIn(new SignedIn(home.leader(), "团长", false))));
    }

    private String page() {
        return "/lead/cycles/" + cycle.code() + "/households";
    }

    private List<HouseholdRow> rows() {
        return table.of(cycles.byCode(cycle.code()));
    }

    private Marking all() {
        return new Marking(home.leader(), cycles.byCode(cycle.code()), rows());
    }

    private long open() {
        return HouseholdSum.of(rows()).open().fen();
    }
}
